"""The skills section: what the job asks for first, in few labelled rows, each entry a skill the candidate names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.compose.demand import Demand
from app.domain.text.compose.headings import more_label, soft_label
from app.domain.text.compose.options import WrittenLanguage
from app.domain.text.compose.skill_groups import family_label, family_of
from app.domain.text.compose.spelling import named_as
from app.domain.text.compose.wording import tidy
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.skills import Lexicon, SkillEntry

_SOFT_AT_MOST = 4
_ENTRIES_AT_MOST = 28
_ADDED_AT_MOST = 8
_ROWS_AT_MOST = 6
_CROWDED = 12
_ASKED_ENOUGH = 4
_LABELS_FROM = 8
_ROW_FROM = 2
_LISTED_FACTS = regex(r":(?:achievements:\d+|description|technologies:\d+|professional_summary)$")


@dataclass(frozen=True, slots=True)
class SkillItem:
    """One printed skill: its words, the facts that name it and what it weighs in the posting (0: not asked for)."""

    text: str
    source_ids: tuple[str, ...]
    family: str
    weight: float
    canonical: str


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One row of the section; a single row may go without a label."""

    label: str
    items: tuple[SkillItem, ...]


def skill_rows(
    career: Career,
    report: MatchReport,
    demand: Demand,
    lexicon: Lexicon,
    language: WrittenLanguage,
    drop: tuple[str, ...],
) -> tuple[SkillRow, ...]:
    """Return the rows of the skills section: technical rows by what they weigh in the posting, soft skills last."""
    spelled = _posting_spellings(report, lexicon)
    own = list(_listed(career, demand, lexicon, spelled, "technical"))
    own += _evidenced(career, report, demand, lexicon, spelled, own)
    soft = list(_listed(career, demand, lexicon, spelled, "soft"))
    keep = [item for item in _distinct(own) if not _dropped(item, drop)]
    best = sorted(range(len(keep)), key=lambda at: (-keep[at].weight, at))[:_ENTRIES_AT_MOST]
    technical = _near([keep[at] for at in best])
    rows = _rows(technical, language)
    chosen = sorted((item for item in _distinct(soft) if not _dropped(item, drop)), key=lambda item: -item.weight)
    if chosen:
        label = soft_label(language) if technical else ""
        rows.append(SkillRow(label, tuple(chosen[:_SOFT_AT_MOST])))
    return tuple(rows)


def _near(items: list[SkillItem]) -> list[SkillItem]:
    """Leave known skills of far-off families out of a crowded list that has plenty of what is asked for.

    Neighbours of what is asked for say what else somebody knows of the field; an unknown skill may be one.
    """
    asked = [item for item in items if item.weight > 0]
    if len(items) < _CROWDED or len(asked) < _ASKED_ENOUGH:
        return items
    families = {item.family for item in asked} | {""}
    common = {family_of("programming language"), family_of("database"), family_of("version control")}
    return [item for item in items if item.family in families | common]


def _rows(items: list[SkillItem], language: WrittenLanguage) -> list[SkillRow]:
    if len(items) < _LABELS_FROM:
        return [SkillRow("", tuple(items))] if items else []
    groups: dict[str, list[SkillItem]] = {}
    for item in items:
        groups.setdefault(family_label(item.family, language), []).append(item)
    rest = groups.pop("", [])
    ranked = sorted(groups.items(), key=lambda group: -sum(item.weight for item in group[1]))
    rows: list[SkillRow] = []
    for label, members in ranked:
        if len(members) >= _ROW_FROM and len(rows) < _ROWS_AT_MOST - 1:
            rows.append(SkillRow(label, tuple(members)))
        else:
            rest += members
    if rest:
        rest.sort(key=lambda item: -item.weight)
        rows.append(SkillRow(more_label(language) if rows else "", tuple(rest)))
    return rows


def _listed(
    career: Career, demand: Demand, lexicon: Lexicon, spelled: dict[str, str], category: str
) -> Iterator[SkillItem]:
    for skill in career.skills:
        name = tidy(skill.name)
        if skill.category == category and name:
            yield _item(name, (f"{skill.id}:name",), demand, lexicon, spelled)


def _item(
    name: str, source_ids: tuple[str, ...], demand: Demand, lexicon: Lexicon, spelled: dict[str, str]
) -> SkillItem:
    entry = lexicon.get(name)
    canonical = entry.name if entry else name
    found = demand.of_text(name)
    if canonical in demand.keywords:
        found[canonical] = 1.0
    weight = max((demand.keywords[keyword] * strength for keyword, strength in found.items()), default=0.0)
    family = family_of(entry.group) if entry else ""
    return SkillItem(_spelling(name, entry, spelled), source_ids, family, weight, canonical.casefold())


def _spelling(name: str, entry: SkillEntry | None, spelled: dict[str, str]) -> str:
    """Return the posting's spelling of the same skill, else the candidate's; a version or a remark is never lost."""
    if entry is None or any(character.isdigit() or character in "()/,:" for character in name):
        return name
    wanted = spelled.get(entry.name)
    # "Java SE" says more than "Java"; the canonical name ("Apache Spark" for "Spark") does not.
    if wanted and wanted != entry.name and {*_words(name)} < {*_words(wanted)}:
        wanted = None
    if wanted and (wanted.casefold() != name.casefold() or name.islower()):
        return wanted
    return entry.name if name.casefold() == entry.name.casefold() and " " not in name else name


def _words(name: str) -> list[str]:
    return re.split(r"[\s/]+", name.casefold())


def _posting_spellings(report: MatchReport, lexicon: Lexicon) -> dict[str, str]:
    """Return the posting's spelling of each keyword that a careful writer could have used."""
    spelled = {}
    for match in report.keywords:
        entry = lexicon.get(match.keyword)
        if entry is None or match.status != "shown":
            continue
        proper = {entry.name, *entry.aliases}
        for span in match.posting_evidence:
            if span.text in proper and not span.text.islower():
                spelled[entry.name] = span.text
                break
    return spelled


def _evidenced(
    career: Career,
    report: MatchReport,
    demand: Demand,
    lexicon: Lexicon,
    spelled: dict[str, str],
    listed: list[SkillItem],
) -> list[SkillItem]:
    """Return asked-for skills that the candidate's sentences name, or certainly imply, though the list does not."""
    known = {item.canonical for item in listed} | {
        skill.name.casefold() for skill in career.skills if skill.category != "technical"
    }
    added = []
    for match in sorted(report.keywords, key=lambda match: (not match.required, -match.weight)):
        source = _naming_fact(match, lexicon) or _certain_fact(match, lexicon)
        if source is None or match.keyword.casefold() in known or lexicon.get(match.keyword) is None:
            continue
        fact_id, text = source
        if match.status == "shown" and any(match.keyword in demand.of_text(item.text) for item in listed):
            continue
        known.add(match.keyword.casefold())
        added.append(_item(text, (fact_id,), demand, lexicon, spelled))
    return added[:_ADDED_AT_MOST]


def _naming_fact(match: KeywordMatch, lexicon: Lexicon) -> tuple[str, str] | None:
    if match.status != "shown" or match.category != "technical":
        return None
    return next(
        (
            (one.fact_id, name)
            for one in match.profile_evidence
            if _LISTED_FACTS.search(one.fact_id) and _is_proper(name := named_as(tidy(one.text), lexicon))
        ),
        None,
    )


def _certain_fact(match: KeywordMatch, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the fact that cannot be true without the keyword: FastAPI needs Python, PostgreSQL needs SQL.

    Wider implications (a broker implies message queues) are left for the candidate to claim.
    """
    entry, via = lexicon.get(match.keyword), lexicon.get(match.via or "")
    if match.status != "implied" or entry is None or via is None or entry.name not in lexicon.implied(via.name):
        return None
    if entry.group != "programming language" and not via.name.startswith(f"{entry.name} "):
        return None
    return next(((one.fact_id, entry.name) for one in match.profile_evidence), None)


def _is_proper(name: str) -> bool:
    """Tell whether `name` is a name (of a tool, a method) and not words in passing."""
    return bool(name) and all(not word[0].islower() for word in name.replace("/", " ").split())


def _distinct(items: list[SkillItem]) -> list[SkillItem]:
    """Join entries that spell the same skill alike; a second name of the same skill is dropped."""
    first: dict[str, SkillItem] = {}
    for item in items:
        first.setdefault(item.canonical, item)
        first.setdefault(item.text.casefold(), item)
    return [item for item in items if first[item.canonical] is item and first[item.text.casefold()] is item]


def _dropped(item: SkillItem, drop: tuple[str, ...]) -> bool:
    words = item.text.casefold()
    return any(term.casefold() in (words, item.canonical) for term in drop)
