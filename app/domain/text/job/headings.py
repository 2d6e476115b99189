# size: the table of section headings in eight languages is one piece of data
"""What the sections of job postings are called."""

from enum import StrEnum
from functools import cache


class Section(StrEnum):
    """What a part of a posting is for."""

    INTRO = "intro"
    ROLE = "role"
    DUTIES = "duties"
    REQUIRED = "required"
    NICE = "nice"
    STACK = "stack"
    DETAILS = "details"
    BENEFITS = "benefits"
    COMPANY = "company"
    PROCESS = "process"
    LEGAL = "legal"


SILENT = frozenset((Section.COMPANY, Section.BENEFITS, Section.PROCESS, Section.LEGAL))
"""The sections that ask nothing of a candidate."""

ASKING = frozenset((Section.REQUIRED, Section.NICE))
"""The sections in which every line is a demand."""

_HEADINGS: dict[Section, str] = {
    Section.REQUIRED: """
        requirements | requirement | job requirements | minimum requirements | key requirements | basic requirements |
        other requirements | technical requirements | position requirements | role requirements |
        essential requirements | mandatory requirements | hard requirements | qualifications | qualification |
        required qualifications | minimum qualifications | basic qualifications | key qualifications |
        your qualifications | requirements and qualifications | qualifications and experience |
        qualifications and skills | required skills | required experience | required skills and experience |
        required knowledge | required competencies | required | must have | must haves | must have skills |
        must-haves | the must haves | essential | essentials | essential skills | essential criteria |
        essential experience | core skills | key skills | key competencies | core competencies | technical skills |
        skills | your skills | hard skills | skills and experience | your skills and experience |
        skills and qualifications | skills required | skills needed | experience and skills |
        experience and qualifications | knowledge skills and abilities | skills and knowledge | skills and abilities |
        skills and competencies | your technology skills | professional experience | experience | your experience |
        experience required | experience needed | education and experience | education experience | education |
        license certification | licenses certifications | licenses | specialized experience requirements |
        specialized experience | what you bring | what you'll bring | what you will bring |
        what you bring to the table | what you'll need | what you will need | what you need |
        what you'll need to succeed | what you need to succeed | what you need to have | what we're looking for |
        what we are looking for | what we look for | what are we looking for | what were looking for |
        who we're looking for | who we are looking for | who are we looking for | who were looking for |
        we are looking for | we're looking for | looking for | you have | you bring | you are | you should have |
        you must have | you'll have | you will have | you'll need | you need | you may be a fit if |
        you might be a fit if | you might be a good fit if | you may be a good fit if | you'll be a great fit if |
        you'll be successful if | you are a great fit if | you'll thrive if | you should apply if |
        you'll be a great addition to the team if you have | you could be our next teammate if you |
        at a minimum you need to have | to be successful you have | to succeed you | to qualify |
        this means you should have | the ideal candidate will have | ideal candidate | ideal candidate profile |
        the ideal candidate | candidate profile | candidate requirements | your profile | profile | who you are |
        about you | a bit about you | about your background | your background | background |
        what makes you a great fit | what makes you a fit | why you | is this you | your strengths | your expertise |
        your know how | what it takes | what it will take | your superpowers | you | what you should have |
        what you have | what you'll have | who should apply | qualifications required | what you should bring |
        we'd love to hear from you if | who will you be | who will succeed | what will you bring |
        what you already have | your toolkit | our ideal candidate | what we expect | what we expect from you |
        our expectations | expectations | we expect | what we ask | what we require | we require | we need |
        what we need from you | what we expect of you | what we ask of you | what we ask from you |
        dein profil | ihr profil | das bringst du mit | was du mitbringst | du bringst mit | sie bringen mit |
        das bringen sie mit | was sie mitbringen | anforderungen | deine qualifikationen | ihre qualifikationen |
        qualifikation | qualifikationen | voraussetzungen | anforderungsprofil | was wir erwarten | das erwarten wir |
        wir erwarten | das zeichnet dich aus | das zeichnet sie aus | dein hintergrund | damit überzeugst du |
        damit überzeugen sie | das wünschen wir uns | was du mitbringen solltest | fachliche anforderungen |
        dein skillset | das solltest du mitbringen | deine skills | deine fähigkeiten | unsere anforderungen |
        das bist du | wer du bist | was dich auszeichnet | kenntnisse | was sie auszeichnet | ihre kompetenzen |
        deine kompetenzen | das sollten sie mitbringen | wir wünschen uns | ihre voraussetzungen |
        deine voraussetzungen | profil | votre profil | profil recherché | le profil recherché | compétences |
        compétences requises | vos compétences | qualifications requises | ce que nous recherchons |
        ce que nous attendons de vous | prérequis | exigences | expérience requise | ton profil | formation |
        vos atouts | qui êtes vous | expérience | formation et expérience | compétences techniques | le profil idéal |
        qui es tu | ce que vous apportez | vous êtes | nous recherchons | requisitos | requisitos mínimos |
        requisitos imprescindibles | perfil | tu perfil | perfil buscado | perfil requerido | qué buscamos |
        que buscamos | qué necesitas | lo que buscamos | conocimientos | experiencia | formación | requerimientos |
        imprescindible | qué pedimos | competencias | habilidades | requisitos del puesto | conocimientos requeridos |
        qué esperamos de ti | lo que necesitas | tu experiencia | habilidades requeridas | a quién buscamos |
        vereisten | functie-eisen | functie eisen | functievereisten | jouw profiel | je profiel | profiel |
        wie ben jij | wat breng je mee | wat neem je mee | wie ben je | dit breng je mee | dit neem je mee |
        wat vragen wij | wat wij vragen | wij vragen | jij hebt | dit ben jij | wat heb je nodig |
        dit heb jij in huis | wie zoeken we | wat vragen we van jou | wat verwachten we van jou | kwalificaties |
        wat wij van jou vragen | jouw vaardigheden | wie zoeken wij | over jou | jij herkent je hierin | requisiti |
        requisiti indispensabili | requisiti richiesti | requisiti minimi | requisiti obbligatori | il tuo profilo |
        profilo | cosa cerchiamo | chi cerchiamo | competenze richieste | competenze | cosa ti chiediamo |
        profilo ricercato | il candidato ideale | conoscenze richieste | esperienza richiesta | chi sei | cosa porti |
        competenze tecniche | sarai tu ad entrare nel nostro team | cosa devi avere |
        ci piacerebbe conoscerti se hai | qualifiche | qualifiche richieste | formazione | requisitos obrigatórios |
        o que procuramos | o que buscamos | o que esperamos | qualificações | o teu perfil | seu perfil |
        o seu perfil | experiência | quem procuramos | conhecimentos | requisitos necessários |
        o que esperamos de você | o que você precisa | competências | formação acadêmica | pré-requisitos |
        o que esperamos de ti | wymagania | oczekujemy | nasze wymagania | krav | kvalifikationer | vem är du |
        din profil | hvem er du | požadavky | co od vás očekáváme | követelmények | 자격요건 | 자격 요건 | 필수사항 |
        지원자격 |         応募資格 | 必須要件 | 필수 요건
    """,
    Section.NICE: """
        nice to have | nice-to-have | nice to haves | nice-to-haves | nice to have skills | preferred |
        preferred qualifications | preferred skills | preferred experience | preferred requirements |
        preferred skills and experience | preferred education | desired | desired skills | desirable |
        desirable skills | desirable experience | desirable criteria | desired qualifications | desired experience |
        bonus | bonus points | bonus points if | bonus skills | bonus points for | bonus qualifications |
        bonus if you have | extra points | extra credit | brownie points | plus | pluses | a plus | as a plus |
        big plus | it's a plus | plusses | plus points | it's a plus if | it would be a plus | additional skills |
        additional qualifications | advantageous | an advantage | it's an advantage if | will be an advantage |
        would be a plus | it will be great if you also know | it would be great if you also | it would be great if |
        now it would be fantastic if you could also | it will be a plus | even better if | even better if you have |
        what would be nice | what will make you stand out | what sets you apart | how to stand out | stand out |
        optional | good to have | good to haves | nice if you have | nice extras | icing on the cake |
        the cherry on top | we'd love it if | we'd be thrilled if you also | would be nice |
        it'd be nice if you have | you'll get bonus points for | ideally you also have | ideally you | ideally |
        you might also have | not required but | great to have | added bonus | what could set you apart |
        you'll stand out if | additional assets | assets | it's a bonus if | it's nice if |
        preferred but not required | nice but not required | recommended skills | wünschenswert | von vorteil |
        nice to know | idealerweise | pluspunkte | das wäre ein plus | ein plus | das wäre toll |
        zusätzlich von vorteil | das ist von vorteil | bonuspunkte | optional | wünschenswerte kenntnisse |
        wünschenswerte qualifikationen | gerne auch | darüber freuen wir uns | idealerweise bringst du mit |
        das wäre super | punkten kannst du mit | atouts | les plus | un plus | serait un plus | idéalement |
        les petits plus | apprécié | souhaité | serait un atout | un atout | compétences appréciées | le petit plus |
        deseable | deseables | se valora | se valorará | valorable | valorables | plus valorable |
        requisitos deseables | será un plus | nos encantaría que | un plus | puntos extra | conocimientos deseables |
        valoramos | pre | mooi meegenomen | pluspunten | een plus | nice to haves | het is een pré | pré | wenselijk |
        een pre is | bonuspunten | requisiti preferenziali | preferenziale | gradito | è un plus |
        costituisce titolo preferenziale | requisiti desiderabili | nice to have skill | requisiti graditi |
        titolo preferenziale | sarà un plus | diferenciais | diferencial | desejável | desejáveis | valorizamos |
        requisitos desejáveis | será um diferencial | será uma mais-valia | mais-valia | é um plus |
        fatores de diferenciação | pontos extra | mile widziane | meriterande | en fordel |
        výhodou | 우대사항 | 우대 사항 |
        歓迎要件 | 歓迎スキル
    """,
    Section.DUTIES: """
        responsibilities | responsibility | key responsibilities | main responsibilities | your responsibilities |
        job responsibilities | core responsibilities | role responsibilities | primary responsibilities |
        essential responsibilities | roles and responsibilities | role and responsibilities | duties |
        duties and responsibilities | key duties | job duties | main duties | essential duties | essential functions |
        essential duties and responsibilities | essential job functions | key tasks | tasks | your tasks |
        main tasks | key objectives | objectives | key objective | objective | your mission | missions |
        your missions | mission | what you'll do | what you will do | what you do | what you'll be doing |
        what you will be doing | what you'd be doing | what you can expect to do | what will you do |
        what you are going to do | what you'll work on | what you will work on | what you'll achieve |
        what you'll own | what you'll deliver | what you will deliver | in this role you will | in this role you'll |
        as a member of our team you will | you will | you'll |
        as an experienced member of our tech team you can expect to | how you'll make an impact |
        how you will make an impact | your impact | the impact you'll have | the impact you will have | your role |
        the challenge your role | the work | day to day | your day to day | a day in the life |
        what the job involves | job functions | accountabilities | key accountabilities | scope of work | scope |
        what is in scope | deliverables | your challenge | the challenge | what you'll tackle |
        the job in bullet points | your job | your duties | your work | principal duties | the work you'll do |
        what's the job | what you get to do | you will be responsible for | responsible for | what will you be doing |
        how you'll spend your time | your contribution | deine aufgaben | ihre aufgaben | aufgaben |
        das erwartet dich | das erwartet sie | was dich erwartet | was sie erwartet | deine rolle | tätigkeiten |
        dein aufgabengebiet | ihr aufgabengebiet | aufgabengebiet | deine mission | deine verantwortung |
        das sind deine aufgaben | das machst du bei uns | was du bewegst | was du bei uns machst | ihre tätigkeiten |
        deine tätigkeiten | aufgabenbereich | dein aufgabenbereich | hauptaufgaben | ihre rolle |
        deine herausforderungen | ihre verantwortung | ihr verantwortungsbereich | das sind ihre aufgaben |
        womit du dich beschäftigst | deine aufgabe | was du tun wirst | was sie bei uns bewegen | was du machst |
        dein job | das kannst du bewegen | dein verantwortungsbereich | darum geht es | ihre herausforderung |
        missions | vos missions | tes missions | missions principales | responsabilités | vos responsabilités |
        vos tâches | le poste | description du poste | votre mission | ta mission | principales responsabilités |
        ce que vous ferez | votre rôle | activités | les missions | tâches | funciones | responsabilidades |
        tus funciones | funciones principales | qué harás | que harás | lo que harás | tareas | tu misión |
        tus responsabilidades | misión | principales funciones | qué vas a hacer | tu día a día |
        cuáles serán tus funciones | tus retos | funciones del puesto | taken | jouw taken | je taken |
        verantwoordelijkheden | wat ga je doen | wat je gaat doen | dit ga je doen | jouw rol |
        jouw verantwoordelijkheden | werkzaamheden | de functie | functieomschrijving |
        taken en verantwoordelijkheden | jouw functie | wat doe je | jouw impact | concreet betekent dit dat je |
        responsabilità | attività | le tue responsabilità | cosa farai | mansioni | attività principali |
        principali attività | ruolo e responsabilità | di cosa ti occuperai | quale sarà la tua sfida |
        le tue attività | la tua sfida | compiti | principali responsabilità | cosa ti aspetta | il tuo ruolo |
        o que vais fazer | o que você vai fazer | atividades | suas responsabilidades | principais responsabilidades |
        as tuas responsabilidades | funções | principais atividades | o que farás | tarefas | o teu papel |
        atribuições | responsabilidades e atribuições | o que vai fazer | obowiązki | zakres obowiązków |
        twoje zadania | arbetsuppgifter | arbeidsoppgaver | arbejdsopgaver | náplň práce | co budete dělat |
        feladatok | 주요업무 | 담당업무 | 업무내용 | 仕事内容 | 業務内容
    """,
    Section.ROLE: """
        onze tech stack | entorno tecnológico | la stack technique | environnement technologique | environnement
        technique | stack technique | unser stack | unser tech stack | our technology stack | technology | what
        we use | technical stack | technical environment | our tech how we work | the tech | the tech stack |
        our tech | our technologies | tools we use | technologies we use | the stack | our stack | our tech
        stack | about the role | about this role | about the job | about the position | the role | role | role
        overview | role summary | role description | role purpose | position overview | position summary |
        position purpose | position description | position | job description | job summary | job overview | job
        purpose | the opportunity | opportunity | overview | summary | description | the position | about the
        opportunity | the job | about role | your next challenge | purpose | purpose of the role | program team
        | the team | about the team | your team | our team | team | meet the team | job details | introduction |
        intro | what is the role | full job description | why this role | why this role matters | what's the
        role | role profile | job profile | who you'll work with | what you'll learn | die stelle |
        stellenbeschreibung | deine stelle | über die stelle | über die rolle | die rolle | das team | dein team
        | ihr team | einleitung | die position | zusammenfassung | über den job | description du poste et
        missions | à propos du poste | contexte | le rôle | l'équipe | le contexte | résumé du poste |
        descriptif du poste | descriptif | présentation du poste | le contexte la vision | descripción |
        descripción del puesto | sobre el puesto | el puesto | el rol | sobre el rol | el equipo | descripción
        del empleo | descripción de la oferta | acerca del puesto | over de functie | de rol | het team | jouw
        team | functiebeschrijving | over de rol | vacatureomschrijving | de vacature | wat houdt de functie in
        | descrizione | il ruolo | la posizione | descrizione del lavoro | il team | descrizione della posizione
        | la ricerca | opportunità | posizione | descrizione ruolo | descrição | descrição da vaga | a vaga |
        sobre a vaga | a função | o papel | a equipa | descrição da função | sobre a função | descrição do cargo
    """,
    Section.STACK: """
        tech stack | technology stack | technologies | tools | tools and technologies | technologies and tools |
        stack | your stack | your tech stack | keywords | tags | languages and tools | environment | main
        technologies | technologien | dein tech stack | tecnologías | stack tecnológico | tecnologie | stack
        tecnologico | tecnologias | stack de tecnologia | technologie
    """,
    Section.BENEFITS: """
        benefits | our benefits | your benefits | job benefits | company benefits | employee benefits |
        benefits package | benefits and perks | perks | perks and benefits | exclusive perks | what we offer |
        what we can offer | what we can offer you | what we offer you | we offer | our offer | our offer to you |
        what's in it for you | what's on offer | why join | why join us | why you'll love it here |
        why you'll love working here | why you'll like working here | why work with us | why work here |
        why work for us | what you'll get | what you get | what you will get | you'll get | what awaits you |
        what to expect | compensation | compensation and benefits | salary and benefits | pay and benefits |
        total rewards | rewards | rewards and benefits | our perks | some of our benefits |
        as a member of our team you'll enjoy | what you'll enjoy | what you will enjoy | life at | working at |
        we provide | we'll provide | additional benefits | package | the package | remuneration | salary | pay range |
        compensation range | what can we offer you | what do we offer | what we give you | on offer | why us |
        your perks | wellness | growth and development | we give you | other benefits | salary range |
        pay transparency | benefits include | health and wellness | benefits and compensation | das bieten wir |
        wir bieten | unser angebot | deine benefits | ihre benefits | was wir bieten | das bieten wir dir |
        das bieten wir ihnen | was wir dir bieten | was wir ihnen bieten | deine vorteile | ihre vorteile | vorteile |
        warum wir | darauf kannst du dich freuen | wir bieten dir | wir bieten ihnen | leistungen |
        unsere leistungen | unsere benefits | freu dich auf | das bekommst du | das erwartet dich bei uns |
        zusatzleistungen | arbeitgeberleistungen | gute gründe | dafür stehen wir | vergütung |
        darauf können sie sich freuen | ihr plus bei uns | das kannst du von uns erwarten | mitarbeitervorteile |
        avantages | nos avantages | ce que nous offrons | ce que nous vous offrons | nous offrons |
        nous vous offrons | les avantages | rémunération | rémunération et avantages | pourquoi nous rejoindre |
        vos avantages | les bénéfices | on vous offre | ce que nous te proposons | nous proposons |
        pourquoi les rejoindre | ce qu'on vous propose | beneficios | qué ofrecemos | que ofrecemos | ofrecemos |
        te ofrecemos | lo que ofrecemos | se ofrece | nuestros beneficios | condiciones | por qué unirte | ventajas |
        salario | qué te ofrecemos | retribución | beneficios y ventajas | por qué trabajar con nosotros |
        wat bieden wij | wat wij bieden | wij bieden | ons aanbod | wat bieden we jou | dit bieden wij |
        arbeidsvoorwaarden | wat krijg je | wat wij jou bieden | dit krijg je | wat kun je van ons verwachten |
        wat mag je verwachten | wat bieden we | dit bieden wij jou | voordelen | aanbod | wij bieden jou |
        cosa offriamo | offriamo | la nostra offerta | vantaggi | benefit | cosa ti offriamo | perché unirsi a noi |
        retribuzione | i nostri benefit | perché noi | inquadramento | cosa troverai | ti offriamo | l'offerta |
        benefícios | o que oferecemos | oferecemos | porquê nós | vantagens | remuneração |
        o que temos para oferecer | os nossos benefícios | nossos benefícios | salário e benefícios | condições |
        por que trabalhar conosco | oferujemy | co oferujemy | vi erbjuder | vi tilbyder | vi tilbyr | nabízíme |
        co nabízíme | amit kínálunk | 복리후생 | 혜택 | 혜택 및 복지 | 福利厚生 | 待遇
    """,
    Section.COMPANY: """
        about us | about the company | about our company | who we are | company | company overview |
        company description | company profile | company culture | our company | our story | our mission | our values |
        our vision | our culture | culture | the company | about our client | our client | the client |
        about the client | what we do | what do we do | why we exist | our core values | our purpose | values |
        company background | employer | employer description | about the employer | about the organization |
        about the organisation | the organization | who are we | nice to meet you | diversity inspires innovation |
        get to know us | about | our commitment | how we work | background information | über uns | wer wir sind |
        das unternehmen | unternehmen | das sind wir | unternehmensbeschreibung | unternehmensprofil |
        unsere mission | wir über uns | unsere werte | wer sind wir | wir sind | unser unternehmen | arbeitgeber |
        à propos | à propos de nous | qui sommes nous | qui sommes-nous | l'entreprise | notre entreprise |
        présentation de l'entreprise | notre mission | nos valeurs | la société | notre histoire |
        description de l'entreprise | sobre nosotros | quiénes somos | la empresa | nuestra empresa |
        acerca de nosotros | nuestra misión | quienes somos | sobre la empresa | nuestros valores | nuestra cultura |
        over ons | wie zijn wij | het bedrijf | ons bedrijf | wie we zijn | over het bedrijf | de organisatie |
        waar ga je werken | dit zijn wij | over onze organisatie | jouw werkgever | de opdrachtgever |
        waar kom je terecht | chi siamo | l'azienda | la nostra azienda | azienda | la nostra missione |
        i nostri valori | su di noi | sull'azienda | entra nel nostro mondo | sobre nós | quem somos | a empresa |
        sobre a empresa | a nossa empresa | nossa missão | nossos valores | nossa cultura | quem nós somos | o nas |
        om oss | om os | kdo jsme | rólunk | 회사소개 | 会社概要
    """,
    Section.PROCESS: """
        how to apply | how you apply | application process | hiring process | interview process |
        the interview process | recruitment process | the process | our hiring process | our process | next steps |
        what's next | what happens next | to apply | apply | apply now | ready to apply | interested |
        application instructions | contact | contact details | contact us | questions | application |
        selection process | the hiring process | our interview process | process | steps |
        what to expect in the hiring process | our recruitment process |
        staying safe protect yourself from recruitment fraud | recruitment fraud | fraud alert | apply below |
        your application | bewerbung | bewirb dich | so bewirbst du dich | kontakt | bewerbungsprozess |
        dein kontakt | ihr kontakt | ihre bewerbung | deine bewerbung | ansprechpartner | interesse geweckt |
        haben wir ihr interesse geweckt | haben wir dein interesse geweckt | wie geht es weiter | jetzt bewerben |
        unser bewerbungsprozess | comment postuler | processus de recrutement | candidature | postuler |
        le processus de recrutement | modalités de candidature | déroulement des entretiens | proceso de selección |
        cómo aplicar | inscripción | contacto | proceso | solliciteren | sollicitatieprocedure | interesse |
        contactpersoon | hoe solliciteer je | sollicitatieproces | come candidarsi | candidatura |
        processo di selezione | contatti | iter di selezione | como candidatar-se | processo seletivo | candidaturas |
        como se candidatar | etapas do processo | o processo de recrutamento | jak aplikować |
        ansök | 채용절차 | 전형절차 |
        選考フロー
    """,
    Section.LEGAL: """
        equal opportunity | equal opportunity employer | equal employment opportunity | eeo | eeo statement | eoe |
        diversity | diversity and inclusion | diversity equity and inclusion | diversity statement | inclusion |
        our commitment to diversity | accommodation | accommodations | reasonable accommodation | privacy |
        privacy notice | disclaimer | legal | data protection | equal opportunities | inclusion statement |
        our commitment to diversity and inclusion | accessibility statement | background check |
        candidate privacy notice | notice to agencies | e-verify | fair chance |
        diversity equity inclusion and belonging | diversity equity inclusion | datenschutz | chancengleichheit |
        vielfalt | datenschutzhinweis | égalité des chances | diversité | igualdad de oportunidades | diversidad |
        privacybeleid | diversiteit | pari opportunità | informativa privacy | igualdade de oportunidades |
        diversidade
    """,
    Section.DETAILS: """
        basic information | additional information | additional details | details | key facts | key details |
        job info | job information | at a glance | in a nutshell | quick facts | facts | other information |
        more information | further information | more about the position | position details | the details |
        experience level | seniority level | industry | industries | company size | company type | job types |
        location options | department | function | reports to | salary range details | location | schedule |
        work schedule | hours | travel requirements | travel | working hours | employment type | job type |
        work requirements | working conditions | physical requirements | physical demands | work environment |
        working environment | security clearance | important information | please note | note | notes | start date |
        reporting line | logistics | contract type | terms | eckdaten | rahmenbedingungen | auf einen blick |
        weitere informationen | arbeitsort | standort | zusätzliche informationen | arbeitszeit |
        informations complémentaires | informations | informations clés | type de contrat | lieu |
        información adicional | ubicación | detalles | horario | jornada | extra informatie | standplaats | locatie |
        kenmerken | informazioni aggiuntive | sede | sede di lavoro | orario | contratto | informações adicionais |
        localização | local | horário | local de trabalho | detalhes | requisition details
    """,
}


@cache
def heading_phrases() -> dict[str, Section]:
    """Return every known heading, folded as `fold_heading` folds, with the section it opens."""
    phrases: dict[str, Section] = {}
    for section, text in _HEADINGS.items():
        for phrase in text.split("|"):
            folded = fold_heading(phrase)
            if folded:
                phrases.setdefault(folded, section)
    return phrases


def fold_heading(text: str) -> str:
    """Return `text` in lower case with its letters, digits and inner apostrophes only, `and` dropped between words."""
    folded = text.casefold().replace("’", "'").replace("`", "'")
    if folded.isascii():
        words = folded.translate(_ASCII_WORDS).split()
    else:
        words = "".join(c if c.isalnum() or c == "'" else " " for c in folded).split()
    return " ".join([word.strip("'") for word in words if word not in _AND])


_AND = frozenset(("and", "und", "et", "y", "en", "e"))
_ASCII_WORDS = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "'")}
