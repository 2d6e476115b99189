"""Verbs whose form at the head of a bullet is also the first person's, so that "I" may stand before it unchanged."""

from app.domain.text.compose.options import WrittenLanguage
from app.domain.text.resume.vocabulary.titles import TITLE_HEADS

# English past tenses: every person shares the form. Words that are also common nouns or adjectives in front of a
# noun ("Cut flowers", "Advanced training") are left out.
_EN_PAST = frozenset(
    """
    accelerated accomplished achieved acquired adapted added addressed adjusted administered adopted advised
    advocated allocated analysed analyzed answered applied appraised approved architected arranged assembled
    assessed assigned assisted attained attended attracted audited authored automated awarded balanced began
    benchmarked bootstrapped boosted briefed brought budgeted built calculated calibrated captured cared carried
    catalogued cataloged centralised centralized chaired championed changed checked cleaned coached coded
    collaborated collected combined communicated compared compiled completed composed computed conceived
    conceptualised conceptualized conducted configured consolidated constructed consulted containerised
    containerized contributed controlled converted cooked coordinated co-authored co-created co-designed
    co-developed co-founded co-led co-organised co-organized counselled counseled crafted created cultivated
    curated customised customized debugged decommissioned decreased defined delegated delivered demonstrated
    deployed designed detected determined developed devised diagnosed directed discovered dispensed distributed
    documented doubled drafted drew drove earned edited educated eliminated employed enabled encouraged enforced
    engaged engineered enhanced enlarged ensured established estimated evaluated examined exceeded executed
    expanded expedited explained explored extended extracted facilitated finalised finalized fixed focused
    forecasted formed formulated fostered found founded fulfilled furthered gathered gained generated governed
    graded grew guided halved handled headed helped hired hosted identified illustrated implemented improved
    improvised inaugurated incorporated increased influenced initiated innovated inspected inspired installed
    instituted instructed integrated interpreted interviewed introduced invented inventoried investigated joined
    kept kickstarted launched lectured led leveraged liaised lowered maintained managed mapped marketed mastered
    maximised maximized measured mediated mentored merged met migrated minimised minimized modeled modelled
    moderated modernised modernized modified monitored motivated moved negotiated observed obtained onboarded
    opened operated optimised optimized orchestrated ordered organised organized originated overhauled oversaw
    owned packaged participated partnered performed persuaded piloted pioneered planned played prepared
    presented presided prevented prioritised prioritized processed procured produced programmed projected
    promoted proposed prototyped proved provided provisioned published purchased raised ran rebuilt received
    recommended reconciled recorded recovered recruited redesigned reduced re-engineered reengineered refactored
    refined regulated rehearsed released remodelled remodeled renegotiated reorganised reorganized repaired
    replaced replied reported represented rescued researched resolved responded restored restructured retained
    revamped reviewed revised revitalised revitalized rewrote saved scaled scheduled screened secured selected
    served serviced set-up shaped shipped shortened showed simplified simulated slashed sold solved sourced
    spearheaded specified sped staffed standardised standardized started steered streamlined strengthened
    studied submitted succeeded summarised summarized supervised supplied supported surpassed surveyed sustained
    synthesised synthesized systematised systematized taught tested tracked traded trained transcribed
    transferred transformed transitioned translated travelled traveled treated trialled tripled troubleshot
    tutored uncovered undertook unified updated upgraded used utilised utilized validated verified visited
    visualised visualized volunteered won worked wrote
    """.split()
)
_EN_PHRASES = ("responsible for", "in charge of", "accountable for")
# English present: the plain form is the first person's. Only for what lasts.
_EN_PRESENT = frozenset(
    """
    administer advise analyse analyze architect assess assist automate build care coach collaborate conduct
    configure contribute coordinate create define deliver deploy develop diagnose direct drive educate engineer
    ensure establish evaluate facilitate guide handle implement improve initiate instruct integrate introduce
    investigate lead maintain manage mentor negotiate operate optimise optimize organise organize oversee own
    participate perform prepare produce promote provide recommend reduce research resolve run serve solve
    streamline supervise teach train translate troubleshoot validate write
    """.split()
)
# German preterite, first person as third. The verb then comes before the pronoun: "Bei X entwickelte ich …".
_DE_PAST = frozenset(
    """
    analysierte automatisierte baute begleitete beriet betreute bewertete definierte dokumentierte entwarf
    entwickelte erarbeitete erhöhte ermittelte erreichte erstellte erweiterte etablierte gestaltete gewann
    gründete implementierte initiierte installierte integrierte koordinierte konzipierte leitete leistete
    migrierte modernisierte optimierte organisierte pflegte plante prüfte realisierte reduzierte schrieb schulte
    senkte steigerte steuerte testete überwachte übernahm unterrichtete unterstützte verantwortete verbesserte
    verhandelte verkürzte verwaltete wartete wickelte führte
    """.split()
)
# French participles of verbs that take "avoir": "j’ai développé".
_FR_PAST = frozenset(
    """
    accompagné administré amélioré analysé animé assuré augmenté automatisé collaboré conçu conduit construit
    contribué coordonné créé défini déployé développé dirigé documenté effectué élaboré encadré enseigné établi
    évalué formé géré implémenté initié installé intégré lancé livré maintenu mené migré modernisé négocié
    optimisé organisé participé piloté planifié préparé présenté produit programmé proposé réalisé rédigé réduit
    refondu remporté soigné soutenu supervisé testé traité vendu
    """.split()
)
# Spanish first person preterite.
_ES_PAST = frozenset(
    """
    administré amplié analicé apoyé atendí aumenté automaticé colaboré conseguí construí coordiné creé definí
    desarrollé desplegué dirigí diseñé elaboré enseñé establecí evalué formé gané gestioné implanté implementé
    impartí impulsé incrementé inicié instalé integré introduje lancé lideré logré mantuve mejoré migré
    modernicé negocié optimicé organicé participé planifiqué preparé presenté programé realicé reduje supervisé
    trabajé traduje vendí
    """.split()
)
# Verbs whose past looks like their present, where what follows tells that they are verbs.
_EN_LIKE_PRESENT = ("set up ", "put in place ", "put together ", "set out ", "cut down ", "cut the ", "split the ")
_ROLE_ENDS = frozenset("on of for in at with to and a an the our".split())
_PAST: dict[WrittenLanguage, frozenset[str]] = {"en": _EN_PAST, "de": _DE_PAST, "fr": _FR_PAST, "es": _ES_PAST}


def starts_with_past(text: str, language: WrittenLanguage) -> bool:
    """Tell whether `text` begins with a past tense that "I" may stand before."""
    return first_word(text) in _PAST[language] or (language == "en" and text.casefold().startswith(_EN_LIKE_PRESENT))


def starts_with_present(text: str) -> bool:
    """Tell whether an English `text` begins with a plain present form."""
    return first_word(text) in _EN_PRESENT and not _names_role(text)


def _names_role(text: str) -> bool:
    """Tell whether `text` begins as a role does, "Lead developer of …": an object would have an article or a plural."""
    words = text.casefold().split()[1:5]
    named = next((index for index, word in enumerate(words) if word in _ROLE_ENDS), len(words))
    return named > 0 and words[named - 1] in TITLE_HEADS


def starts_with_duty(text: str) -> bool:
    """Tell whether an English `text` begins as "Responsible for" does: "I was" may stand before it."""
    return text.casefold().startswith(_EN_PHRASES)


def first_word(text: str) -> str:
    """Return the first word of `text` in lower case."""
    return text.split(maxsplit=1)[0].strip(",;:").lower() if text.strip() else ""
