"""What a posting states as "Label: value"."""

import re
from collections.abc import Iterator

from app.domain.regex import regex
from app.domain.text.job.headings import fold_heading
from app.domain.text.job.lines import Line
from app.domain.text.job.places import names_place
from app.domain.text.job.titles import reads_as_title, without_placeholders

_LABELS = {
    "title": """
        job title|title|position title|position|role|job|role title|stellenbezeichnung|jobtitel|
        titel|intitulé du poste|poste|
        puesto|cargo|functietitel|functie|posizione|vaga|official title|vacancy""",
    "company": """
        company|company name|employer|organization|organisation|hiring company|unternehmen|firma|arbeitgeber|entreprise|
        société|empresa|compañía|bedrijf|werkgever|azienda|società|client""",
    "location": """
        location|locations|job location|work location|place of work|based in|office location|city|
        ort|standort|arbeitsort|
        einsatzort|dienstort|lieu|lieu de travail|localisation|localité|ubicación|lugar|
        lugar de trabajo|locatie|standplaats|
        werklocatie|sede|sede di lavoro|luogo|luogo di lavoro|localização|local|local de trabalho|
        office|duty location|where|
        field location|place""",
}
_FIELD = {label: name for name, labels in _LABELS.items() for label in map(fold_heading, labels.split("|"))}
_NEW_SENTENCE = regex(r"(?<!\b[A-Z])[.!?] [A-Z]")
ARRANGED = regex(r"[\W\d]*(?:(?:fully |100% )?(?:remote|virtual|hybrid|on-?site|anywhere)[\W\d]*)+", re.IGNORECASE)
"""Nothing but how the work is arranged, such as "Fully remote"."""
META = regex(
    r"(?i)^(?:full[- ]?time|part[- ]?time|vollzeit|teilzeit|permanent|contract|posted|date posted|share|apply|"
    r"save|likes|job requisition|"
    r"req|ref|\d+ (?:days|hours|weeks) ago|salary|new|featured|cdi|cdd)\b"
)
"""How a line begins that is about the posting, not the job."""
_LONGEST_FIELD, _LONGEST_LABEL = 220, 30


def labelled_fields(lines: list[Line]) -> Iterator[tuple[str, str]]:
    """Yield the folded label and the value of "Label: value" lines, and of labels whose value is the next line."""
    for index, line in enumerate(lines):
        text = line.text
        if len(text) > _LONGEST_FIELD:
            continue
        label, colon, value = text.replace("：", ":").partition(":")
        if not colon or not 1 < len(label) <= _LONGEST_LABEL:
            continue
        value = value.strip()
        if not value and index + 1 < len(lines) and not lines[index + 1].bullet:
            value = lines[index + 1].text
        if value:
            yield fold_heading(label), value


def is_location_label(text: str) -> bool:
    """Tell whether the whole of `text` is a label of the place of work."""
    return _FIELD.get(fold_heading(text)) == "location"


def labelled_header(lines: list[Line]) -> dict[str, str]:
    """Return title, company and location as far as a label states them."""
    found: dict[str, str] = {}
    for label, stated in labelled_fields(lines):
        name = _FIELD.get(label)
        value = without_placeholders(stated).strip() if name else ""
        if name is None or name in found or not any(c.isalpha() for c in value) or value[0] in "<[{":
            continue
        if not value.casefold().startswith(("not specified", "n/a", "tbd")) and _fits(name, value):
            found[name] = value
    return found


def _fits(name: str, value: str) -> bool:
    if name == "title":
        return reads_as_title(value) or _short_name(value)
    if name == "company":
        return len(value) < 60 and (not value.endswith(".") or value.count(" ") < 4)
    return len(value) < 140 and not _NEW_SENTENCE.search(value) and (value[0].isupper() or not value[0].isalpha())


def _short_name(value: str) -> bool:
    """Tell whether what a label calls the title can be one, though no word of it is a known occupation."""
    plain = value.replace("/", " ").replace("-", " ")
    return value.count(" ") < 6 and plain[:1].isupper() and not META.match(value) and not _ends_sentence(value)


def _ends_sentence(value: str) -> bool:
    return (
        value.endswith((".", "!", "?")) or ", " in value or names_place(value) or ARRANGED.fullmatch(value) is not None
    )
