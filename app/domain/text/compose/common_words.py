"""Words of every posting in English, German, French and Spanish: they say nothing about what a job is."""

STEM = 6
"""How many letters of a word are compared: enough to join "manage", "managed" and "management"."""

COMMON_STEMS = frozenset(
    word[:STEM]
    for word in """
    able about across after also and appl applic based been being benef best busine candid caree career chance
    client collab commit commun compan compet compli contri countr create cultur curren custom daily deep
    deliver depart develo differ divers drive each effect employ enable enjoy ensure enviro equal equiva essent
    every excell expect experi fast field find first flexib focus follow from full good great group grow growth
    have help high hiring hours idea ideal ideall impact import inclu includ indust intere inter into join
    joinin keep know knowle large lead leadin learn level life like live locati long look lookin main make
    manage many meet member minimu more most must need never nice offer office only open opport option other
    over part partic passio people perform person plus positi posses possib practi prefer proces produc profes
    proven provid qualif qualit range relate releva requir resour respon role salary seek should simila skill
    skills solid some someth strate strong succes such suppor sure take tasks team teams that their them then
    there these they thing think this those throug time together tools toward unders using value variou very
    want well what when where which while will with within work workin world would year years your aber alle
    allen als auch auf aufgab bei beim bereic berufs bieten biete bist dabei damit dann dass dein deine deinen
    dem den denn deren dich dies diese diesem diesen dieser dir durch eigene einem einen einer eines erfahr
    ermögl erste freuen für ganz gerne gute guten haben hast hier ihnen ihre ihrem ihren ihrer immer jahre jeden
    jetzt kannst kennti können mehr mit mitarb möchte nach nicht noch oder ohne profil rund sein seine sich sind
    sowie suchen team über umgang und uns unser unsere unseren unserer unsere unter verfüg viel vom von vor wenn
    werden wie wird wir wo zum zur zusamm zwisch afin ainsi aupres autre aux avec avez avoir bien cadre cette
    ceux chez comme dans depuis des deux donc elle encore entre equipe équipe est êtes etre être faire leur
    leurs mais mettre mission nous notre nos offre par pas plus poste pour profil quand que qui recher sans
    selon ses son sont sous sur tous tout toute toutes travai une vers vos votre vous además algun años bajo
    bien busca buscam cada como con contar cuando debe desde donde durante ella empres entre equipo eres ese
    esta están estar este estos hacer hasta las los más mediant mismo mucho muy nuestr oferta otra otro otros
    para pero perfil persona poder por porque puesto puede que quien quiere requis ser será sin sobre son sus
    también tener tiene todo todos trabaj tras una unos valora
    """.split()
)
