"""Section headings by what stands under them; folded: lower case, no accents."""

# ruff: noqa: E501 (word lists read better in long rows)

from typing import Literal

SectionName = Literal[
    "summary", "experience", "education", "projects", "skills", "languages", "certifications", "contact", "publications",
    "awards", "volunteering", "interests", "references", "courses", "affiliations", "other", "personal", "achievements",
]  # fmt: skip

HEADINGS: dict[SectionName, str] = {
    "summary": (
        "summary|profile|about|about me|professional summary|professional profile|career summary|career profile"
        "|executive summary|personal profile|personal statement|summary of qualifications|qualifications summary|objective"
        "|career objective|professional objective|overview|introduction|bio|biography|highlights|professional overview|resume summary|job objective"
        "|profil|kurzprofil|uber mich|zusammenfassung|personliches profil|profil personnel|resume professionnel|a propos"
        "|a propos de moi|objectif|objectif professionnel|perfil|perfil profesional|resumen|resumen profesional|sobre mi"
        "|extracto|objetivo|objetivo profesional|acerca de mi|resumo|resumo profissional|perfil profissional|sobre"
        "|sobre mim|objetivo profissional|profilo|profilo professionale|profilo personale|sommario|chi sono|obiettivo"
        "|obiettivo professionale|profiel|persoonlijk profiel|samenvatting|over mij|introductie|自己pr|自己紹介|个人简介|自我评价"
        "|职业概要|要約|職務要約|個人簡介"
    ),
    "experience": (
        "experience|work experience|professional experience|employment|employment history|work history|career history"
        "|job history|career|relevant experience|related experience|industry experience|experiences|professional background|research experience"
        "|teaching experience|clinical experience|other work experience|other experience|additional experience|internships"
        "|internship experience|internship|internships & experience|work|positions held|professional history|academic experience|academic appointments|appointments"
        "|leadership experience|selected experience|recent experience|nursing experience|military experience|technical experience|consulting experience|sales experience|management experience|freelance experience|career experience|professional career|employment experience|military service|professional work experience|culinary experience|retail experience|postdoctoral experience|academic positions"
        "|berufserfahrung|beruflicher werdegang|berufspraxis|praktische erfahrung|praktika|werdegang|berufliche erfahrung|beruflicher hintergrund|berufliche stationen|arbeitserfahrung|berufstatigkeit"
        "|experience professionnelle|experiences professionnelles|parcours professionnel|emplois|stages|experiences"
        "|experiencia|experiencia laboral|experiencia profesional|trayectoria profesional|historial laboral|empleo|practicas|experiencia de trabajo"
        "|experiencia profissional|experiencias profissionais|historico profissional|percurso profissional|experiencias|atuacao profissional"
        "|esperienza|esperienze|esperienza lavorativa|esperienze lavorative|esperienza professionale|esperienze professionali"
        "|werkervaring|ervaring|loopbaan|professionele ervaring|stages en werkervaring|職歴|職務経歴|工作经历|工作经验|工作經歷|实习经历|経歴|职业经历"
    ),
    "education": (
        "education|academic background|academic history|educational background|education and training|academic qualifications|qualifications|education history|academics|academic credentials"
        "|academic education|studies|schooling|degrees|education & credentials|academic profile|scholastic record|educational qualifications|educational qualification|academic details|training"
        "|ausbildung|bildung|bildungsweg|studium|schulbildung|akademischer werdegang|akademische ausbildung|bildungsgang|schul- und hochschulbildung|hochschulbildung"
        "|formation|formations|etudes|diplomes|scolarite|parcours academique|cursus|formation academique|diplomes et formations|formation et diplomes"
        "|educacion|formacion|formacion academica|estudios|educacion y formacion|titulacion|formacion y estudios"
        "|formacao|formacao academica|educacao|escolaridade|habilitacoes academicas|habilitacoes literarias"
        "|istruzione|formazione|istruzione e formazione|studi|titoli di studio|formazione accademica"
        "|opleiding|opleidingen|onderwijs|studie|scholing|学歴|教育经历|教育背景|教育經歷|学历"
    ),
    "projects": (
        "projects|project|personal projects|selected projects|key projects|side projects|academic projects|project experience|open source|open-source projects"
        "|notable projects|open source projects|technical projects|relevant projects|portfolio|research projects|software projects|project highlights|university projects|school projects|class projects|course projects|open source contributions"
        "|projekte|ausgewahlte projekte|projekterfahrung|projets|projets personnels|realisations|proyectos|proyectos personales|projetos|projetos pessoais"
        "|progetti|progetti personali|projecten|プロジェクト|项目经历|项目经验|项目|開発経験|項目經歷"
    ),
    "skills": (
        "skills|techs|tech|technical skills|core skills|key skills|skills & abilities|skills and abilities|core competencies|competencies|areas of expertise|professional skills|hard skills|skill set|skillset|my skills"
        "|expertise|technologies|tech stack|technology|tools|tools & technologies|tools and technologies|technical proficiencies|technical proficiency|computer skills|it skills|skills summary|skills & tools|skills and tools|technical expertise|additional skills"
        "|technical competencies|key competencies|soft skills|relevant skills|other skills|skills & expertise|skills and expertise|skills & technologies|skills and technologies|programming languages|programming|top skills|specialties|specialities|programs & software|software|software skills|programs|key strengths|core strengths|proficiencies|skill highlights|clinical skills|abilities|knowledge|capabilities|languages and technologies|languages & technologies|technologies & tools|frameworks|skills & awards|skills and awards|skills & interests|skills and interests|computer proficiency|core qualifications|key qualifications|digital skills|lab skills|laboratory skills|technical knowledge|technical summary|interpersonal skills|transferable skills|culinary skills|teaching skills|sales skills"
        "|kenntnisse|fahigkeiten|kompetenzen|it-kenntnisse|edv-kenntnisse|fachkenntnisse|fahigkeiten und kenntnisse|kenntnisse und fahigkeiten|technische kenntnisse|fachliche kompetenzen|besondere kenntnisse|kernkompetenzen|weitere kenntnisse|edv kenntnisse|it kenntnisse|software-kenntnisse|kenntnisse & fahigkeiten|fachkompetenzen|technische fahigkeiten|soziale kompetenzen|personliche fahigkeiten"
        "|competences|competences techniques|competences professionnelles|competences cles|competences informatiques|informatique|savoir-faire|savoir-etre|domaines de competence|outils"
        "|habilidades|competencias|aptitudes|conocimientos|habilidades tecnicas|conocimientos tecnicos|competencias tecnicas|conocimientos informaticos|informatica|destrezas|competencias digitales|aptitudes y competencias"
        "|competencias tecnicas|conhecimentos|conhecimentos tecnicos|habilidades e competencias|aptidoes|competencias profissionais|habilidades profissionais"
        "|competenze|competenze tecniche|capacita|abilita|competenze informatiche|competenze digitali|capacita e competenze|conoscenze informatiche"
        "|vaardigheden|competenties|kennis|computervaardigheden|technische vaardigheden|kennis en vaardigheden|スキル|技能|专业技能|技術スキル|資格・スキル|技能专长|活かせる経験・知識・技術"
    ),
    "languages": (
        "languages|language|language skills|spoken languages|foreign languages|language proficiency|language competencies|languages spoken|linguistic skills|sprachen|sprachkenntnisse|fremdsprachen"
        "|langues|langues etrangeres|langues parlees|competences linguistiques|idiomas|lenguas|linguas|lingue|lingue straniere|conoscenze linguistiche|competenze linguistiche|talen|talenkennis|taalvaardigheden|语言|語言|語学|语言能力|言語"
    ),
    "certifications": (
        "certifications|certification|certificates|certificate|licenses|licences|licenses & certifications|licenses and certifications|certifications & licenses|certifications and licenses|professional certifications|certifications and training|licensure|credentials|certifications & courses|professional licenses|licensure and certifications|licensure & certifications|professional credentials|certificates & courses|training & certifications|training and certifications|professional development & certifications|trainings and certifications|certification and licensure|certifications and skills"
        "|zertifikate|zertifizierungen|zertifikate und weiterbildungen|weiterbildung|weiterbildungen|fortbildungen|lizenzen|weiterbildungen und zertifikate|weiterbildungen & zertifikate|fort- und weiterbildung|fort- und weiterbildungen|certificats|certifications professionnelles|habilitations|certificaciones|certificados|licencias|certificaciones y cursos|certificacoes|certificados e cursos|certificazioni|certificati|abilitazioni|certificeringen|certificaten|diploma's en certificaten|資格|免許・資格|証书|证书|资格证书"
    ),
    "contact": (
        "contact|contact information|contact info|contact details|personal information|personal details|personal info|details|links|online presence|social|social links|social media|find me online|get in touch|profiles|online profiles|web|address|kontakt|kontaktdaten|personliche daten|personalien|angaben zur person|coordonnees|informations personnelles|etat civil|contacto|datos personales|datos de contacto|informacion personal|informacion de contacto|contato|contactos|dados pessoais|informacoes pessoais|contatti|dati personali|recapiti|informazioni personali|persoonlijke gegevens|contactgegevens|persoonsgegevens|personalia|個人情報|基本情報|联系方式|个人信息|個人資料"
    ),
    "publications": "publications|selected publications|papers|journals|conferences|conference papers|journal articles|patents|publications & patents|publications and patents|presentations|publications and presentations|talks|invited talks|conference presentations|peer-reviewed publications|books|veroffentlichungen|publikationen|vortrage|communications|publicaciones|publicacoes|pubblicazioni|publicaties|writing|speaking|selected talks|research publications|books & publications|著書|论文|発表|论文发表|出版物",
    "awards": "awards|honors|honours|honors & awards|honors and awards|awards & honors|awards and honors|awards & recognition|awards & recognitions|awards and recognition|awards and achievements|awards & achievements|selected honors|honors and scholarships|scholarships|awards & scholarships|awards and scholarships|grants|grants and awards|fellowships|fellowships and awards|honors & achievements|accolades|recognition|recognitions|prizes|auszeichnungen|preise|ehrungen|stipendien|auszeichnungen und stipendien|prix|distinctions|prix et distinctions|bourses|premios|reconocimientos|premios y reconocimientos|premiacoes|premios e reconhecimentos|premi|riconoscimenti|prijzen|onderscheidingen|表彰|获奖经历|荣誉|奖项|受賞歴|荣誉奖项|获奖情况",
    "achievements": "achievements|accomplishments|key achievements|key accomplishments|selected achievements|career highlights|selected accomplishments|erfolge|realisations cles|logros|conquistas|risultati|strengths|results|notable achievements|impact|career achievements",
    "volunteering": "volunteering|volunteer experience|volunteer work|volunteer|community service|community involvement|volunteer & community|community|volunteerism|community engagement|volunteer service|volunteer activities|civic engagement|service|social engagement|charity work|volunteering experience|ehrenamt|ehrenamtliches engagement|engagement|ehrenamtliche tatigkeiten|ehrenamtliche tatigkeit|soziales engagement|benevolat|engagement associatif|engagements|activites associatives|voluntariado|experiencia voluntaria|trabajo voluntario|trabalho voluntario|volontariato|attivita di volontariato|vrijwilligerswerk|ボランティア|志愿者经历",
    "interests": "interests|hobbies|hobbies & interests|hobbies and interests|interests & hobbies|interests and hobbies|activities|activities & interests|activities and interests|interests and activities|personal interests|extracurricular activities|extracurriculars|extracurricular|leisure|campus activities|passions|interessen|hobbys|hobbies und interessen|hobbys und interessen|interessen und hobbys|freizeit|centres d'interet|centres d’interet|centre d'interet|loisirs|interets|intereses|aficiones|interesses|hobbies e interesses|interessi|hobby|interessi e hobby|hobby's|趣味|兴趣爱好|趣味・特技|兴趣|interesses pessoais|loisirs et centres d'interet",
    "references": "references|referees|professional references|referenzen|references professionnelles|referencias|referenze|referenties|references available upon request|推薦人",
    "courses": "courses|coursework|relevant coursework|relevant courses|training & courses|courses & training|courses and training|professional development|continuing education|trainings|workshops|kurse|kurse und schulungen|schulungen|seminare|formation continue|cursos|cursos complementares|cursos y talleres|formacion complementaria|formacao complementar|corsi|corsi di formazione|cursussen|online courses|moocs|研修|培训经历",
    "affiliations": "affiliations|memberships|professional affiliations|professional memberships|affiliations & activities|associations|professional associations|membership|professional affiliations & activities|professional organizations|organizations|memberships & affiliations|memberships and affiliations|mitgliedschaften|affiliations professionnelles|afiliaciones|afiliacoes|affiliazioni|lidmaatschappen|leadership|leadership & activities|leadership and activities|activities and leadership|leadership & involvement|campus involvement|student organizations|involvement|activities & leadership|boards|board memberships|committees",
    "other": "other|additional information|additional|miscellaneous|misc|other information|further information|additional info|sonstiges|weiteres|zusatzliche informationen|divers|autres|autres informations|informations complementaires|otros|otros datos|informacion adicional|outras informacoes|informacoes adicionais|outros|altro|altre informazioni|ulteriori informazioni|overig|overige|overige informatie|其他|その他|備考|本人希望記入欄|特記事項|security clearance|clearance|clearances|availability|work authorization|visa|visa status|citizenship|nationality|driving license|driving licence|fuhrerschein|permis|permis de conduire|志望動機|志望の動機|test scores|military|welcome|quote|declaration|personal qualities|personal skills",
    "personal": "resume|cv|curriculum vitae|lebenslauf|curriculum|履歴書|職務経歴書|简历|个人简历|tabellarischer lebenslauf",
}

HEADING_KIND: dict[str, SectionName] = {
    heading: name for name, headings in reversed(HEADINGS.items()) for heading in headings.split("|")
}

HEADING_WORDS: tuple[tuple[str, SectionName], ...] = (
    ("skill", "skills"), ("volunteer", "volunteering"), ("community", "volunteering"), ("certific", "certifications"), ("licens", "certifications"),
    ("zertifi", "certifications"), ("publication", "publications"), ("award", "awards"), ("honor", "awards"),
    ("scholarship", "awards"), ("affiliation", "affiliations"), ("membership", "affiliations"), ("leadership", "affiliations"),
    ("project", "projects"), ("projekt", "projects"), ("proyecto", "projects"), ("projet", "projects"), ("projeto", "projects"),
    ("education", "education"), ("academic", "education"), ("ausbildung", "education"), ("formacion", "education"), ("studium", "education"),
    ("experience", "experience"), ("employment", "experience"), ("berufserfahrung", "experience"), ("experiencia", "experience"),
    ("esperienz", "experience"), ("werkervaring", "experience"), ("internship", "experience"),
    ("skill", "skills"), ("competenc", "skills"), ("kenntnisse", "skills"), ("expertise", "skills"), ("technolog", "skills"), ("software", "skills"),
    ("language", "languages"), ("sprachen", "languages"), ("langues", "languages"), ("idiomas", "languages"),
    ("interest", "interests"), ("hobb", "interests"), ("activit", "interests"), ("achievement", "achievements"), ("accomplishment", "achievements"),
    ("reference", "references"), ("coursework", "courses"), ("summary", "summary"), ("objective", "summary"), ("contact", "contact"),
    ("career history", "experience"), ("work history", "experience"), ("qualification", "education"), ("training", "courses"),
)  # fmt: skip
"""Parts of words that tell the kind of a heading that is not listed whole; the first that is found decides."""
