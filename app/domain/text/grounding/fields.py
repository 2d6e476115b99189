"""Check what stands outside sentences: the header, headings, and the title, employer, place and dates of entries."""

import re
import unicodedata
from collections.abc import Iterator

from app.domain.regex import regex
from app.domain.text.career import KEPT_DOCUMENT, Career
from app.domain.text.compose.headings import custom_heading
from app.domain.text.compose.options import WRITTEN_LANGUAGES
from app.domain.text.document import Content, Item, Reason, SectionKind, Verdict
from app.domain.text.grounding.index import FactIndex
from app.domain.text.grounding.moments import moments
from app.domain.text.grounding.sentence import verify_sentence
from app.domain.text.render.dates import format_date, present
from app.domain.text.resume.folding import fold
from app.domain.text.resume.vocabulary.headings import HEADING_KIND

Field = tuple[str, Verdict, list[Reason]]

_TITLE = {
    "experience": ("title",),
    "education": ("degree", "field_of_study", "honors", "gpa", "institution"),
    "project": ("name",),
    "skill": ("name", "proficiency", "issuer", "credential_id"),
}
_ORGANIZATION = {
    "experience": ("company",),
    "education": ("institution",),
    "project": ("name", "url", "technologies"),
    "skill": ("issuer",),
}
# The entries of these sections are groups: their title is a label such as "Programming languages".
_LABELLED = frozenset({"skills", "languages"})
_LABEL = regex(
    r"(?!.*\b(?:expert|advanced|award|best|top|certified|senior|lead|years?)\b)[^\W\d_][^\d]{1,48}", re.IGNORECASE
)
_GLUE = frozenset({"in", "of", "the", "and", "at", "with", "im", "en", "de", "für", "mit"})
_PRESENT = frozenset({"present", "current", "now", "today", "heute", "actual", "aujourd'hui", "ongoing"})
_DEGREES = {
    "bsc": "bachelor science", "bs": "bachelor science", "ba": "bachelor arts", "msc": "master science",
    "ms": "master science", "ma": "master arts", "phd": "doctor philosophy", "beng": "bachelor engineering",
    "meng": "master engineering", "bba": "bachelor business administration", "mba": "master business administration",
    "bachelors": "bachelor", "masters": "master", "bachelor's": "bachelor", "master's": "master",
    "bed": "bachelor education",
    "med": "master education", "bachelor’s": "bachelor", "master’s": "master",
}  # fmt: skip


def check_fields(content: Content, index: FactIndex) -> Iterator[Field]:
    """Yield path, verdict and reasons of every field of `content` that says something."""
    yield from _header(content, index)
    for s, section in enumerate(content.sections):
        if section.title and not _is_usual_heading(section.title, index):
            yield _told_by(f"sections/{s}/title", section.title, list(index.facts), content, index)
        for i, item in enumerate(section.items):
            yield from _item(f"sections/{s}/items/{i}", item, index, section.kind, content.language)


def _header(content: Content, index: FactIndex) -> Iterator[Field]:
    career = index.career
    header = content.header
    for name in ("full_name", "email", "phone", "location"):
        value, fact = getattr(header, name), getattr(career, name)
        if value:
            same = _digits(value) == _digits(fact) if name == "phone" else _fold(value) == _fold(fact)
            if name == "location" and fact:
                same = same or set(_fold(value).split()) <= set(_fold(fact).split())
            yield _judged(f"header/{name}", value, good=bool(fact) and same, kind="contact", fact=fact)
    if header.headline:
        yield _headline(content, index)
    known = {_url(link) for link in _links(career)}
    for number, link in enumerate(header.links):
        yield _judged(f"header/links/{number}", link, good=_url(link) in known, kind="contact", fact="")


def _headline(content: Content, index: FactIndex) -> Field:
    text = content.header.headline
    own = [index.career.headline, *(job.title for job in index.career.experiences)]
    if _fold(text) in {_fold(one) for one in own if one}:
        return "header/headline", "grounded", []
    wanted = {"headline", "title", "name", "professional_summary", "degree", "field_of_study"}
    sources = [fact.id for fact in index.facts.values() if fact.field in wanted]
    return _told_by("header/headline", text, sources, content, index)


def _is_usual_heading(title: str, index: FactIndex) -> bool:
    """Tell whether the heading only says what kind of thing stands below it, which claims nothing."""
    said = fold(title).strip(" :")
    own = {fold(custom_heading(key, language)) for key in index.career.custom_fields for language in WRITTEN_LANGUAGES}
    return said in HEADING_KIND or said in own


def _told_by(path: str, text: str, sources: list[str], content: Content, index: FactIndex) -> Field:
    """Judge words that stand for no single entry by what these facts say."""
    verdict, reasons = verify_sentence(
        text, sources, index, index.lexicon, document_type="resume", language=content.language
    )
    return path, verdict, reasons


def _links(career: Career) -> list[str]:
    links = [career.linkedin, career.github, career.website, career.email]
    links += [project.url for project in career.projects]
    for key, value in career.custom_fields.items():
        if key == KEPT_DOCUMENT:
            continue
        links += [str(one) for one in (value if isinstance(value, list) else [value])]
    return [link for link in links if link]


def _item(path: str, item: Item, index: FactIndex, section: SectionKind, language: str) -> Iterator[Field]:
    named = (("title", item.title, _TITLE), ("organization", item.organization, _ORGANIZATION))
    if item.item_id is not None and item.item_id not in index.items:
        yield f"{path}/item_id", "ungrounded", [Reason("source", (0, 0), f"There is no entry {item.item_id!r}")]
    own = index.items.get(item.item_id or "", [])
    kind = index.kinds.get(item.item_id or "", "")
    for name, value, table in named:
        if not value:
            continue
        fields = table.get(kind, ())
        texts = [fact.text for fact in own if fact.field in fields]
        good = _composed(value, texts) if own else _anywhere(value, index)
        good = good or (name == "title" and not own and section in _LABELLED and bool(_LABEL.fullmatch(value)))
        yield _judged(f"{path}/{name}", value, good=good, kind=_kind(name, kind), fact="; ".join(texts))
    if item.location:
        places = [fact.text for fact in own if fact.field == "location"] or ([] if own else [item.location])
        if not own:
            places = [fact.text for fact in index.facts.values() if fact.field == "location"]
        good = any(set(_fold(item.location).split()) <= set(_fold(place).split()) for place in places)
        yield _judged(f"{path}/location", item.location, good=good, kind="location", fact="; ".join(places))
    if item.url:
        known = {_url(link) for link in _links(index.career)}
        yield _judged(f"{path}/url", item.url, good=_url(item.url) in known, kind="contact", fact="")
    # A letter carries its own date on its first paragraph; that says nothing about the candidate.
    if section != "letter":
        yield from _dates(path, item, index, language)


def _kind(name: str, kind: str) -> str:
    if name == "title":
        return {"experience": "title", "education": "degree"}.get(kind, "name")
    return {"experience": "employer", "education": "institution"}.get(kind, "name")


def _dates(path: str, item: Item, index: FactIndex, language: str) -> Iterator[Field]:
    own = {fact.field: fact.text for fact in index.items.get(item.item_id or "", [])}
    if item.item_id in index.kinds and index.kinds[item.item_id] == "skill":
        own = {"start_date": own.get("date_obtained", ""), "end_date": own.get("date_obtained", "")}
    tenure = index.tenures.get(item.item_id or "")
    lasting = present(language)
    start, end = (format_date(own.get(name, ""), language) for name in ("start_date", "end_date"))
    if item.start_date:
        good = _same_date(item.start_date, own.get("start_date", ""))
        yield _judged(
            f"{path}/start_date",
            item.start_date,
            good=good,
            kind="date",
            fact=start,
            said=format_date(item.start_date, language),
        )
    if item.end_date is None or item.end_date.strip().lower() in _PRESENT:
        if item.start_date:
            good = tenure.current if tenure else not own.get("end_date") and bool(own)
            value = item.end_date or "present"
            yield _judged(f"{path}/end_date", value, good=good, kind="date", fact=end, said=lasting)
    elif item.end_date:
        good = _same_date(item.end_date, own.get("end_date", ""))
        if not end and tenure and tenure.current:
            end = lasting
        yield _judged(
            f"{path}/end_date",
            item.end_date,
            good=good,
            kind="date",
            fact=end,
            said=format_date(item.end_date, language),
        )


def _same_date(value: str, fact: str) -> bool:
    """Tell whether `value` is `fact`, in any form, at most as precise."""
    if not fact:
        return False
    if fact.startswith(value) and len(value) in {4, 7, 10}:
        return True
    said, known = moments(value), moments(fact)
    return (
        len(said) == 1
        and len(known) == 1
        and said[0].year == known[0].year
        and said[0].month in {None, known[0].month}
        and not re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    )


def _composed(value: str, texts: list[str]) -> bool:
    """Tell whether `value` is one of `texts`, or is put together of whole ones of them."""
    said = _words(value)
    if any(said == _words(text) for text in texts):
        return True
    if len(texts) < 2:
        return False
    left = [word for word in said if word not in _GLUE]
    pool = {word for text in texts for word in _words(text)}
    if not set(left) <= pool:
        return False
    whole = [text for text in texts if set(_words(text)) - _GLUE <= set(left)]
    return {word for text in whole for word in _words(text)} >= set(left)


def _anywhere(value: str, index: FactIndex) -> bool:
    texts = [fact.text for fact in index.facts.values()]
    said = _words(value)
    return (
        any(said == _words(text) for text in texts)
        or any(
            _fold(value) in _fold(fact.text) for fact in index.facts.values() if fact.field.startswith("custom_fields")
        )
        or _fold(value) in {_fold(fact.field.partition(".")[2]) for fact in index.facts.values()}
    )


def _words(text: str) -> list[str]:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", re.sub(r"(?<=\b\w)\.(?=\w)|(?<=\w\w)\.(?=\w)", "", _fold_case(text)))
    return " ".join(_DEGREES.get(word, word) for word in words).replace(" of ", " ").replace("&", "and").split()


def _fold_case(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")


def _fold(text: str) -> str:
    return " ".join(re.findall(r"[\w@.+#]+", _fold_case(text))).replace(" . ", " ").strip(" .")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).lstrip("0")


def _url(text: str) -> str:
    plain = re.sub(r"^(?:mailto:|https?://)?(?:www\.)?", "", text.strip().casefold())
    return plain.rstrip("/")


def _judged(path: str, value: str, *, good: bool, kind: str, fact: str, said: str = "") -> Field:
    """Return the verdict; `said` is the value as people write it, where that is not how it is kept."""
    if good:
        return path, "grounded", []
    told = f"the profile has “{fact}”" if fact else "the profile has nothing of it"
    return path, "ungrounded", [Reason(kind, (0, len(value)), f"“{said or value}” is not the profile's: {told}")]
