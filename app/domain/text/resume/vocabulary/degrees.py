"""How degrees are written; patterns over folded text (lower case, no accents)."""

# ruff: noqa: E501 (word lists read better in long rows)

DEGREE_WORDS = (
    r"ph\.? ?d\.?|d\.? ?phil\.?|m\.? ?phil\.?|ed\.? ?d\.?|psy\.? ?d\.?|pharm\.? ?d\.?|dr\.? ?rer\.? ?nat\.?|dr\.-ing\.?|d\.?b\.?a\.?|j\.? ?d\.?|m\.? ?d\.?|ll\. ?[bmd]\.?|ll[bmd]|d\.?d\.?s\.?|d\.?n\.?p\.?|d\.?v\.?m\.?|postdoc(?:toral)?(?: fellowship)?"
    r"|(?:executive )?m\.? ?b\.? ?a\.?|m\.? ?sc\.?|m\.? ?s\.?|m\.? ?a\.?|m\.? ?eng\.?|m\.? ?tech\.?|m\.? ?ed\.?|m\.? ?f\.?a\.?|m\.? ?arch\.?|m\.? ?p\.?[hap]\.?|m\.? ?res\.?|m\.? ?com\.?|m\.?c\.?a\.?|m\.?s\.?w\.?|m\.?s\.?n\.?|m\.?b\.?b\.?s\.?|m\.?math\.?|m\.?a\.?t\.?|m\.?m\.?"
    r"|b\.? ?sc\.?|b\.? ?s\.?(?:e\.?e\.?|c\.?s\.?|m\.?e\.?|n\.?|e\.?|w\.?|b\.?a\.?)?|b\.? ?a\.?|b\.? ?eng\.?|b\.? ?e\.?|b\.? ?tech\.?|b\.? ?ed\.?|b\.? ?f\.?a\.?|b\.? ?b\.?a\.?|b\.? ?arch\.?|b\.? ?com\.?|b\.?c\.?a\.?|b\.? ?mus\.?|b\.?m\.?|b\.?b\.?m\.?"
    r"|a\.? ?a\.?s?\.?|a\.? ?s\.?|a\.?d\.?n\.?|hnd|hnc|ged|pgce|pgdip|pg ?dip\.?|btec|gcse?s?|a[- ]levels?|o[- ]levels?|ib diploma|nvq"
    r"|(?:double |joint |executive |integrated |dual )?(?:bachelor|master|associate|doctor)(?:'s|’s|s)?(?: (?:degree|diploma))?"
    r"|bootcamp|nanodegree|certificate program|semester abroad|study abroad|exchange (?:semester|program(?:me)?)|auslandssemester|erasmus|doctorate|postgraduate (?:diploma|certificate|degree)|graduate (?:diploma|certificate)|advanced diploma|national diploma|high school(?: diploma)?|secondary school(?: diploma)?|general certificate|diploma|certificate|bachelors|minor|degree|foundation degree|abschluss|cegep|matriculation|intermediate|ssc|hsc|ssce|waec|leaving certificate"
    r"|staatsexamen|(?:erstes |zweites |1\. |2\. )?staatsexamen|magister|diplom(?:-\w+)?(?: \(fh\))?|dipl\.[ -]?\w+\.?(?: ?\(fh\))?|(?:allgemeine |fach)?hochschulreife|fachabitur|abitur|mittlere reife|realschulabschluss|hauptschulabschluss|matura|promotion|berufsausbildung|ausbildung|lehre|fachhochschulreife|gesellenbrief|umschulung"
    r"|licence(?: pro(?:fessionnelle)?)?|maitrise|dea|dess|bts|dut|cap|bep|baccalaureat(?: \w{1,3})?|bac(?: ?\+ ?\d| pro| [sl]| es)?|diplome(?: d[e'’] ?(?:etat|ingenieur))?|mastere|doctorat|brevet|deug|deust|agregation|capes"
    r"|licenciatura|licenciad[oa]|grado|graduad[oa]|doctorado|maestria|master universitario|posgrado|diplomatura|diplomad[oa]|ingenieria|tecnic[oa] superior|ciclo formativo(?: de grado (?:superior|medio))?|bachillerato|formacion profesional|tecnicatura|fp"
    r"|bacharelado|bacharel|graduacao|pos-graduacao|mestrado(?: integrado)?|doutorado|doutoramento|tecnologo|ensino medio|especializacao|curso tecnico|tecnico|licenciado"
    r"|laurea(?: magistrale| triennale| specialistica)?|dottorato(?: di ricerca)?|diploma di maturita|maturita|dottore|perito"
    r"|propedeuse|vwo|havo|mavo|vmbo|mbo(?:[- ]\d)?|hbo(?:[- ]bachelor)?|doctoraal|doctoraat"
    r"|学士|修士|博士|硕士|本科|研究生|専門士|学位|高中|大专"
)
"""Alternatives of one pattern, matched at word edges. Ambiguous two-letter forms count only in a study's own place."""

OF_SUBJECTS = (
    "arts", "science", "sciences", "engineering", "business administration", "fine arts", "applied science", "applied sciences", "technology", "laws", "law",
    "education", "commerce", "architecture", "philosophy", "medicine", "nursing", "music", "public administration",
    "public health", "social work", "business", "public policy", "design", "computer applications", "applied arts", "research", "music education",
    "science in nursing", "science in engineering", "arts in education", "management", "library science", "pharmacy", "theology", "divinity", "economics",
    "information systems", "health science", "science in business administration", "surgery", "veterinary medicine", "dental surgery",
)  # fmt: skip
"""What may follow `Bachelor of` and still be the degree's own name."""
