"""What the patterns for sentences can match at all, told by plain substrings in one pass over each sentence."""

# A pattern takes ten times as long to fail; each alternative of a pattern holds one of its stems.

from functools import cache

import ahocorasick

MUST, MUST_ABROAD, NICE, BOILERPLATE, SCHOOL, TYPE, WORKPLACE, AUTHORIZATION = (1 << place for place in range(8))


_MUST = (
    "experien|you have|you need|you bring|you possess|you should|you will have|you will need|you will bring|"
    "you will possess|you 'll|you've|you're|you are|must|requir|need to|needs to|needed to|we need|knowledge|"
    "know how|knows how|knowing how|understanding|skill|expert|background|familiar|proficien|fluent|fluency|"
    "able to|ability to|degree|bachelor|master|phd|ph.d|competen|versed|passionate|years|candidate|re looking for|"
    "are looking for|seeking a|seeking candidate|seeking someone|mandatory|essential|is your language|grasp|"
    "command|foundation|grounding"
).split("|")
_MUST_ABROAD = (
    "erfahr|kennt|kenntni|beherrsch|vertraut|versiert|umgang|verständnis|abgeschloss|zwingend|erforder|vorausges|"
    "wir suchen|mindestens|du hast|sie haben|du bringst|fähigkeit|studium|ausbildung|expérien|maîtris|connaissance|"
    "diplôme|bac+|bac +|requis|indispensab|obligat|capacité|capacità|vous |tu as|recherchons|compétence|"
    "conocimiento|dominio|manejo|imprescind|titulación|licenciatura|grado en|buscamos|esperienza|conoscenz|"
    "padronanza|laurea|competenz|richiest|cerchiamo|ervaring|kennis|beheers|vereist|vaardig|opleiding|je hebt|"
    "jij hebt|bekend|affiniteit|experiência|conhecimento|domínio|formação|obrigat|necessári|graduação|procuramos|"
    "경험|경력|능숙|숙련|이해"
).split("|")
_NICE = (
    "plus|bonus|advantag|asset|benefici| benefit | benefit.| benefit,| benefit)| benefit;| benefit!|prefer|desir|"
    "appreciat|valued|welcome|helpful|useful|favo|optional|ideal|not required|not mandatory|not necessary|"
    "not essential|not a must|extra points|nice to have|nice-to-have|would be|good to have|great to have|"
    "even better if|it helps if|vorteil|wünschens|willkommen|gern|kein muss|hilfreich|zwingend|bestenfalls|optimal|"
    "vorzug|atout|souhait|bienvenu|avantage|appréci|préféren|si possible|valor|deseabl|ventaja|favor|imprescind|"
    "préf|pré|pre |meegenomen|voordeel|voorkeur|idealiter|liefst|gradit|apprezz|vantaggio|diferencial|valia|desej|"
    "vantagem|우대"
).split("|")
_BOILERPLATE = (
    "equal|regard|discriminat|race|orientation|veteran|accommodation|protected by|arrest|chancengleich|unabhängig|"
    "schwerbehind|égalité|sans distinction|igualdad|pari opp|ambosessi|gelijke|third|privacy|personal data|fraud|"
    "background check|drug test"
).split("|")
_SCHOOL = (
    "degree|bachelor|master|diplom|stud|universi|abschluss|phd|ph.d|ph d|ph. d|doctor|dottor|doutor|promotion|"
    "promov|mba|bac|bts|dut|licen|grad|laurea|hbo|ensino|titulaci|ingenier|école|ingénieur|magister|mestrado|"
    "máster|college|bsc|b.sc|btech|b.tech|msc|m.sc|mtech|m.tech|m.eng"
).split("|")
_TYPE = (
    "internship|intern position|praktikum|werkstudent|stage d|tiroc|práctic|estág|co-op|volunteer|ehrenamt|bénév|"
    "voluntar|temporary|temp position|temp role|temp job|fixed-term|fixed term|befrist|seasonal|cdd|temporal|"
    "interim|tijd|tempo |temporário|determin|matern|not to exceed|contract|freelanc|b2b|c2c|corp to|corp-to|"
    "day rate|ir35|freiberuf|autónomo|zzp|partita|commission-only|part time|part-time|part_time|parttime|teilzeit|"
    "temps |jornada|tiempo |período|full time|full-time|full_time|fulltime|vollzeit|permanent|cdi|festanst|indefin|"
    "40 hour|40-hour|40hour|정규직"
).split("|")
_WORKPLACE = (
    "remot|hybri|híbrid|ibrid|home|onsite|on-site|on site|office|in person|in-person|büro|bureau|oficina|kantoor|"
    "télétravail|teletr|thuis|smart w|wfh|telew|telec|from anywhere|anywhere in|vor ort|mobile arbeit|"
    "mobiles arbeit|présent|presenc|in sede|op locatie|from the location|field-based|field based|relocation|재택|원격"
).split("|")
_AUTHORIZATION = (
    "authori|permit|right to work|visa|sponsor|citizen|national|clearance|green card|permanent resident|"
    "arbeitserlaubnis|aufenthaltstitel|permis|permes|werkvergunning|autoriza|background investigation"
).split("|")
_STEMS = {
    MUST: _MUST,
    MUST_ABROAD: _MUST_ABROAD,
    NICE: _NICE,
    BOILERPLATE: _BOILERPLATE,
    SCHOOL: _SCHOOL,
    TYPE: _TYPE,
    WORKPLACE: _WORKPLACE,
    AUTHORIZATION: _AUTHORIZATION,
}


def hints_of(low: str) -> int:
    """Return, as a sum of the constants above, which patterns may match in the lower-cased `low`."""
    found = 0
    # The blank lets a stem end with the text that elsewhere ends with a blank.
    for _, hints in _automaton().iter(f"{low} "):
        found |= hints
    return found


@cache
def _automaton() -> "ahocorasick.Automaton":
    hints: dict[str, int] = {}
    for hint, stems in _STEMS.items():
        for stem in stems:
            hints[stem] = hints.get(stem, 0) | hint
    automaton = ahocorasick.Automaton()
    for stem, known in hints.items():
        automaton.add_word(stem, known)
    automaton.make_automaton()
    return automaton
