"""Words that name organizations; folded: lower case, no accents."""

# ruff: noqa: E501 (word lists read better in long rows)

LEGAL_FORMS = frozenset(
    """inc inc. llc llp lp ltd ltd. limited corp corp. corporation co co. plc pty gmbh ag kg ohg ug e.v. ev gbr se sa s.a. sas s.a.s. sarl s.a.r.l.
eurl sasu spa s.p.a. srl s.r.l. sl s.l. slu s.l.u. ltda ltda. s.a.u. sau bv b.v. nv n.v. ab oy oyj as a/s aps kk k.k. gk pvt pte sdn bhd
株式会社 合同会社 有限会社 有限公司 公司 集团 mbh kgaa""".split()
)

ORGANIZATION_WORDS = frozenset(
    """company group holding holdings labs lab laboratories systems technologies technology solutions software bank insurance university hospital school
institute agency studio studios partners consulting consultancy consultants foundation industries media clinic restaurant hotel bistro cafe
church ministry department council committee society association college academy center centre trust services enterprises enterprise ventures capital
logistics airlines airways motors foods pharma pharmaceuticals biotech energy power electric telecom communications networks network digital interactive
games entertainment pictures records press publishing magazine newspaper news radio tv store stores shop market markets retail supermarket boutique
health healthcare medical dental care nursing home homes residence county city state federal government army navy force police
district public library museum theatre theater orchestra club team league union federation alliance collective cooperative coop
construction engineering architects design designs legal law associates advisors firm financial finance accounting payments
incubator startup manufacturing factory works mill mills steel oil gas mining farm farms brewery winery bakery kitchen grill inn resort spa salon
gym fitness sports yoga travel tours transport transportation shipping freight express delivery courier realty properties estate
universitat hochschule klinik klinikum krankenhaus schule gymnasium grundschule sparkasse versicherung verlag institut stadt landesamt bundesamt
werke werk verein stiftung gruppe praxis kanzlei apotheke agentur
universite ecole lycee hopital clinique banque assurance societe groupe mairie ministere cabinet agence editions magasin centre college entreprise
universidad escuela instituto colegio banco seguros empresa grupo ayuntamiento ministerio clinica fundacion tienda hospital
universidade faculdade escola prefeitura loja seguradora empresa
universita scuola liceo ospedale banca comune azienda gruppo studio ministero fondazione ristorante
universiteit hogeschool ziekenhuis gemeente stichting bedrijf groep winkel""".split()
)

SCHOOL_WORDS = frozenset(
    """university college school institute academy polytechnic universitat hochschule fachhochschule gymnasium realschule gesamtschule berufsschule
berufskolleg grundschule universite ecole lycee college iut universidad instituto escuela colegio universidade faculdade escola politecnico
universita politecnico liceo istituto scuola universiteit hogeschool institut mit eth epfl ucla ucl lse caltech insead hec nyu usc kit tu rwth iit nit
conservatory seminary bootcamp kolleg schule conservatorio conservatoire sorbonne stanford harvard oxford cambridge princeton yale berkeley
akademie academie academia accademia uni univ univ. ifsi greta afpa cegep tafe ihk
大学 大学院 高校 高等学校 学院 学校 専門学校 中学 università institution faculty campus ies fp""".split()
)

SCHOOL_PARTS = (
    "universit", "hochschule", "schule", "gymnasium", "college", "akademie", "school", "大学", "学院", "高校", "学校", "gimnazjum", "uniwersytet",
    "politechnika", "univerzit", "egyetem", "yliopisto", "university", "ecole ", "polytechni", "kolleg", "academy",
)  # fmt: skip
"""Parts of words by which a school is known in compounds and inflected forms."""
