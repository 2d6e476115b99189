"""Words that job titles are made of; folded: lower case, no accents."""

# ruff: noqa: E501 (word lists read better in long rows)

TITLE_HEADS = frozenset(
    """
accountant accountants actor actuary administrator admin adviser advisor agent aide ambassador analyst anchor architect archivist
artist assistant associate astronomer attendant attorney auditor author baker barista bartender biologist bookkeeper broker
builder butcher buyer captain caregiver carer carpenter cashier ceo cfo cio cmo coo cto cpo ciso chair chairman chairperson chairwoman
champion chaplain chauffeur chef chemist cleaner clerk clinician coach co-founder cofounder coder collector commander commissioner
composer concierge conductor consultant contractor controller comptroller cook coordinator copywriter counsel counselor counsellor
courier craftsman creator crew curator custodian dean dentist deputy designer dev developer devops dietitian director dispatcher docent doctor
draftsman driver economist editor educator electrician employee engineer entrepreneur epidemiologist estimator examiner executive expert
facilitator farmer fellow filmmaker firefighter foreman founder freelancer fundraiser gardener geologist geographer generalist governor graduate
groundskeeper guard guide hairdresser handyman head helper historian host hostess housekeeper hygienist illustrator inspector installer
instructor intern interpreter interviewer inventor investigator investor janitor jeweler journalist judge junior laborer labourer landscaper
lawyer lead leader lecturer librarian lieutenant lifeguard linguist machinist maid maintainer manager marketer mason mathematician mechanic mentor
merchandiser messenger midwife miner minister model moderator musician nanny negotiator neurologist nurse officer operative operator
optician orderly organizer organiser owner painter paralegal paramedic partner pastor pathologist pharmacist phlebotomist photographer
physician physicist physiotherapist pilot planner plumber policeman porter postdoc practitioner president presenter principal printer
processor procurer producer professor programmer promoter proofreader provost psychiatrist psychologist publicist publisher radiographer
ranger receptionist recruiter recruit rep reporter representative researcher resident reviewer rn roofer sailor salesman salesperson saleswoman
scheduler scholar scientist sculptor seamstress secretary security sergeant server servant shopkeeper singer socialworker
soldier solicitor sommelier specialist sre staff statistician steward stewardess stocker storekeeper strategist student stylist
superintendent supervisor surgeon surveyor svp evp vp avp sysadmin tailor taster teacher teacher's teammate teamlead technician technologist
teller temp tester therapist trader trainee trainer trainer/coach translator treasurer tutor typist underwriter undergraduate
usher valet veterinarian vet volunteer waiter waitress warden webmaster welder worker writer
apprentice apprenticeship internship traineeship externship residency fellowship clerkship

entwickler entwicklerin leiter leiterin berater beraterin ingenieur ingenieurin kaufmann kauffrau kaufmannische verkaufer verkauferin
lehrer lehrerin kassierer kassiererin backer backerin pfleger pflegerin krankenpfleger krankenschwester sachbearbeiter sachbearbeiterin referent referentin werkstudent werkstudentin
praktikant praktikantin auszubildender auszubildende azubi assistent assistentin mitarbeiter mitarbeiterin arzt arztin koch kochin
buchhalter buchhalterin geschaftsfuhrer geschaftsfuhrerin projektleiter projektleiterin teamleiter teamleiterin
abteilungsleiter abteilungsleiterin erzieher erzieherin techniker technikerin mechaniker mechanikerin elektriker hilfskraft aushilfe redakteur redakteurin
fachkraft fachfrau fachmann doktorand doktorandin meister gesellin geselle tutorin trainerin designerin

developpeur developpeuse ingenieure directeur directrice responsable chargee charge cheffe gestionnaire comptable vendeur vendeuse
infirmier infirmiere professeure enseignant enseignante stagiaire alternant alternante apprenti apprentie assistante conseiller conseillere
technicien technicienne consultante redacteur redactrice serveur serveuse cuisinier cuisiniere secretaire animateur animatrice
formateur formatrice chercheur chercheuse doctorant doctorante commercial commerciale acheteur acheteuse employe employee agente
aide-soignant aide-soignante boulanger patissier caissier caissiere receptionniste adjoint adjointe coordinateur coordinatrice traducteur traductrice

desarrollador desarrolladora ingeniero ingeniera directora gerente jefe jefa encargado encargada administrativo administrativa
contador contadora contable vendedor vendedora enfermero enfermera profesor profesora maestro maestra becario becaria practicante
auxiliar asistente consejero consejera tecnico tecnica consultora coordinador coordinadora cocinero cocinera camarero camarera dependiente dependienta
redactor redactora analista investigador investigadora asesor asesora abogado abogada medico medica recepcionista cajero cajera operario operaria
supervisora programador programadora disenador disenadora comercial traductor traductora arquitecto arquitecta responsable monitor monitora

desenvolvedor desenvolvedora engenheiro engenheira diretor diretora enfermeiro enfermeira professora estagiario estagiaria assistente tecnico
consultor coordenador coordenadora cozinheiro cozinheira garcom analista pesquisador pesquisadora advogado advogada vendedor gestor gestora
contabilista designer atendente caixa bolsista chefe encarregado encarregada projetista secretaria

sviluppatore sviluppatrice ingegnere direttore direttrice responsabile impiegato impiegata ragioniere contabile commesso commessa venditore
infermiere infermiera insegnante professore professoressa tirocinante stagista assistente consulente tecnico coordinatore coordinatrice
cuoco cuoca magazziniere magazziniera cameriere cameriera ricercatore ricercatrice avvocato medico addetto addetta operaio operaia programmatore progettista capo
apprendista educatore educatrice segretario segretaria architetto

verzorgende ontwikkelaar ingenieur directeur manager medewerker verkoper verpleegkundige leraar docent stagiair stagiaire adviseur technicus kok
ober onderzoeker boekhouder beheerder coordinator leidinggevende teamleider projectleider specialist hoofd begeleider bakker kapper
エンジニア 開発者 マネージャー 工程师 经理 总监 实习生 主管 顾问 设计师 分析师 开发 デザイナー ディレクター コンサルタント プログラマー
""".split()
)

TITLE_SUFFIXES = (
    "entwickler", "entwicklerin", "leiter", "leiterin", "berater", "beraterin", "ingenieur", "ingenieurin", "kaufmann", "kauffrau",
    "verkaufer", "lehrer", "lehrerin", "pfleger", "pflegerin", "schwester", "praktikant", "praktikantin", "student", "studentin",
    "assistent", "assistentin", "mitarbeiter", "mitarbeiterin", "techniker", "technikerin", "mechaniker", "mechatroniker", "hilfskraft", "kraft",
    "fuhrer", "fuhrerin", "referent", "referentin", "arbeiter", "arbeiterin", "manager", "managerin", "meister", "arzt", "koch",
    "ontwikkelaar", "medewerker", "kundige", "leider", "beheerder", "エンジニア", "工程师", "经理", "师", "总监", "主任", "部長", "課長", "担当", "職",
)  # fmt: skip
"""Endings of compound titles (German, Dutch) and of Chinese and Japanese ones."""

TITLE_MODIFIERS = frozenset(
    """senior sr jr junior chief staff principal lead assistant associate deputy executive vice interim acting head general regional global
national international certified licensed registered freelance self-employed part-time full-time temporary summer graduate undergraduate student full-stack fullstack
front-end frontend back-end backend software hardware web mobile data systems system network cloud product project program programme marketing sales
business customer client account operations human resources hr finance financial technical quality qa test research teaching process
production mechanical electrical civil chemical medical clinical legal it support service digital creative graphic ux ui machine learning security
site reliability devops platform infrastructure development engineering design content media communications public relations office practice""".split()
)
"""Words that stand before the head of a title but do not make one alone."""
