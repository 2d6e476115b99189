"""Read lists of skills, spoken languages and certificates as they stand in their sections."""

import re
from dataclasses import dataclass, field

from app.domain.regex import regex
from app.domain.text.career import Skill
from app.domain.text.resume.dates import find_dates
from app.domain.text.resume.folding import fold
from app.domain.text.resume.rows import Row, balanced
from app.domain.text.resume.vocabulary.headings import HEADING_KIND
from app.domain.text.resume.vocabulary.languages import LANGUAGES, LEVELS
from app.domain.text.resume.vocabulary.patterns import HOW_WELL, SKILL_GROUP, SKILL_LEVEL, SKILL_RATING
from app.domain.text.resume.wrapping import continues, join_wrapped
from app.domain.text.skills import Lexicon

_LABEL = regex(r"^([^:：,;|•·]{2,50})\s*[:：]\s*(.*)$")
_BETWEEN = frozenset({"in", "of", "and", "or"})
# The full stop of ".NET" is part of it.
_LEAD = regex(r"^(?:[ \t:*–—-]|\.(?!\w))+")
_BRACKETED = regex(r"^(.{2,60}?)\s*\(([^()]{2,120})\)$")


@dataclass(slots=True)
class SkillSection:
    """What a skills section holds; `others` are its labelled lines of another kind, by the kind of section."""

    skills: list[Skill] = field(default_factory=list)
    languages: list[Skill] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """The folded names of `skills`, so that none is listed twice."""


def read_skills(rows: list[Row], lexicon: Lexicon) -> SkillSection:
    """Return the entries of a skills section as they are written; group labels are none."""
    section = SkillSection()
    for label, text in _groups(rows):
        kind = HEADING_KIND.get(fold(label).strip(" :")) if label else None
        if kind in {
            "certifications",
            "awards",
            "interests",
            "publications",
            "volunteering",
            "education",
            "affiliations",
            "courses",
        }:
            section.others.append((kind, text))
        elif label and _all_languages(text):
            section.languages.extend(read_languages_of(text))
        else:
            entries = split_list(text)
            if label and lexicon.get(label) and not any(lexicon.get(entry) for entry in entries):
                # "Python: five years, daily": the label is the skill.
                section.skills.append(Skill(name=label))
            for entry in entries:
                _add_entry(entry, section, lexicon, alone=len(entries) == 1 and not label)
    return section


def _groups(rows: list[Row]) -> list[tuple[str, str]]:
    """Join wrapped rows and return (label, text) pairs; an empty label is no label."""
    groups: list[tuple[str, str]] = []
    width = max((len(row.text) for row in rows), default=0)
    above: Row | None = None
    pairs = [row for row in rows if len(row.cells) == 2 and not row.bullet]
    columns = sum("," in row.cells[1] and "," not in row.cells[0] for row in pairs) * 2 > len(rows)
    for row in rows:
        cells = row.cells
        match = _LABEL.match(row.text)
        if match is None and len(cells) > 1 and cells[0].endswith(":"):
            match = _LABEL.match(" ".join(cells))
        if match is None and columns and len(cells) == 2 and "," not in cells[0] and len(cells[0].split()) <= 4:
            # A column of labels beside a column of lists.
            groups.append((cells[0], cells[1]))
        elif match and len(match[1].split()) <= 5:
            groups.append((match[1].strip(), match[2]))
        elif above is not None and groups and _goes_on(above, row, width):
            label, text = groups[-1]
            groups[-1] = (label, join_wrapped(text, row.text, soft=above.soft) if not text.endswith(":") else row.text)
        elif len(cells) > 1:
            groups.append(("", ", ".join(cells)))
        else:
            groups.append(("", row.text))
        above = row
    return groups


def _goes_on(above: Row, row: Row, width: int) -> bool:
    """A comma list that breaks inside an entry runs the full width; one that breaks after a comma always goes on."""
    if row.bullet or len(row.cells) > 1 or abs(row.size - above.size) > 0.6:
        return False
    if above.text.rstrip().endswith((",", ";", "&", ":")) or above.soft:
        return True
    listed = "," in above.text and ("," in row.text or row.text[:1].islower())
    if listed:
        return len(above.text) >= width * 0.75
    return row.text[:1].islower() and above.bullet and continues(above, row, width)


def split_list(text: str) -> list[str]:
    """Split a list at commas, semicolons, bars and dots; brackets keep their commas."""
    entries: list[str] = []
    depth = 0
    start = 0
    for match in re.finditer(r"[()\[\]]|[,;|•·●▪∙‧¦、，；\t]|\s[–—]\s", text):
        sign = match[0]
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and not (
            sign == ","
            and text[match.start() - 1 : match.start()].isdigit()
            and text[match.end() : match.end() + 1].isdigit()
        ):
            entries.append(text[start : match.start()])
            start = match.end()
    entries.append(text[start:])
    return [entry for raw in entries if (entry := _LEAD.sub("", raw.rstrip(" \t.:*-–—"))) or (entry := raw.strip())]


def _add_entry(entry: str, section: SkillSection, lexicon: Lexicon, *, alone: bool) -> None:
    entry = HOW_WELL.sub("", entry) or entry
    name = SKILL_RATING.sub("", entry).strip(" -–:").rstrip(" .") or entry
    folded = fold(name)
    if SKILL_LEVEL.match(folded):
        if section.skills and not section.skills[-1].proficiency:
            section.skills[-1].proficiency = name
        return
    if (
        (len(name) < 2 and lexicon.get(name) is None)
        or (alone and SKILL_GROUP.match(folded) and lexicon.get(name) is None)
        or len(name) > 120
    ):
        return
    for one in _taken_apart(name, lexicon):
        if fold(one) not in section.names and any(character.isalnum() for character in one):
            section.names.add(fold(one))
            section.skills.append(Skill(name=one))


def _taken_apart(name: str, lexicon: Lexicon) -> list[str]:
    """`Python (pandas, NumPy)` holds three skills; a phrase of known skills holds those that it names."""
    name = re.sub(r"^(?:and|und|et|y|e|en|sowie)\s+", "", name).strip()
    bracket = _BRACKETED.match(name)
    if bracket:
        inner = split_list(bracket[2])
        if SKILL_LEVEL.match(fold(bracket[2])) or find_dates(bracket[2]):
            return [bracket[1]]
        known = sum(lexicon.get(one) is not None for one in inner)
        if (len(inner) > 1 and known * 2 >= len(inner)) or (lexicon.get(name) is None and (len(inner) > 1 or known)):
            return [*_taken_apart(bracket[1], lexicon), *inner]
        return [name]
    if lexicon.get(name) is not None:
        return [name]
    joined = re.split(r"\s+(?:and|und|et|y|e|&)\s+", name)
    if len(joined) == 2 and all(lexicon.get(part) for part in joined):
        return joined
    if len(name.split()) >= 3:
        mentions = lexicon.find(name)
        if len(mentions) > 1 and sum(len(mention.text) for mention in mentions) * 2 >= len(name):
            return [mention.text for mention in mentions]
    return [name]


def _all_languages(text: str) -> bool:
    entries = split_list(text)
    return bool(entries) and all(language_code(entry) for entry in entries)


def language_code(entry: str) -> str:
    """Return the ISO 639-1 code of the spoken language that `entry` begins with, or nothing."""
    words = [word for word in re.findall(r"[^\W\d_]+", fold(entry)) if word not in _BETWEEN]
    return next((code for word in words[:2] if (code := LANGUAGES.get(word))), "")


def read_languages(rows: list[Row], rest: list[str]) -> list[Skill]:
    """Return the spoken languages of a languages section with their levels as written; `rest` takes what is none."""
    found: list[Skill] = []
    above: tuple[str, ...] = ()
    for row in rows:
        named = found[-len(row.cells) :] if len(above) == len(row.cells) else []
        if named and not any(skill.proficiency for skill in named) and not any(map(language_code, row.cells)):
            # A row of names over a row of levels.
            for skill, level in zip(named, row.cells, strict=False):
                skill.proficiency = level
            above = ()
            continue
        for cell in row.cells:
            found.extend(read_languages_of(cell, found, rest))
        above = row.cells
    return found


def read_languages_of(text: str, above: list[Skill] | None = None, rest: list[str] | None = None) -> list[Skill]:
    """Return the languages that `text` lists: `English (C1), French: fluent`.

    With `rest`, which takes what is none, a name that no list knows counts too where a level stands by it.
    """
    found: list[Skill] = []
    for entry in split_list(text):
        skill = _language(entry, known=rest is None)
        if skill is not None:
            found.append(skill)
        elif (known := found or above) and _is_level(entry):
            last = known[-1]
            last.proficiency = f"{last.proficiency}, {entry}" if last.proficiency else entry
        elif rest is not None:
            rest.append(entry)
    return found


def _is_level(entry: str) -> bool:
    return any(word in LEVELS for word in re.findall(r"\w+", fold(entry)))


def _language(entry: str, *, known: bool) -> Skill | None:
    match = re.match(r"([^\W\d_][^:(–—\[]{1,40}?)\s*(?:(?:[:(\[]|\s[–—-])\s*(.{0,80}))?$", entry)
    if match is None:
        return None
    words = match[1].split()
    level_first = not words or fold(words[0]) in LEVELS
    if not language_code(match[1]) and (known or level_first or not _is_level(match[2] or "") or len(words) > 2):
        return None
    name, level = match[1].strip(), balanced((match[2] or "").strip(" ."))
    words = name.split()
    if not level and len(words) > 1:
        position = next((index for index, word in enumerate(words) if LANGUAGES.get(fold(word).strip(",."))), 0)
        rest = [word for index, word in enumerate(words) if index != position]
        if all(fold(word).strip(",.") in LEVELS or fold(word) in _BETWEEN for word in rest):
            name, level = words[position], " ".join(rest).removesuffix(" in").removesuffix(" of")
    return Skill(category="language", name=name, proficiency=level)
