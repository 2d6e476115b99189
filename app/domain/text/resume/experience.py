"""Read the roles of an experience section."""

from collections import Counter
from dataclasses import dataclass

from app.domain.text.career import Experience
from app.domain.text.resume.dates import DateSpan, find_dates
from app.domain.text.resume.entries import Entry, Item, split_entries
from app.domain.text.resume.folding import fold
from app.domain.text.resume.parts import Part, parts_of, split_at_comma, title_strength
from app.domain.text.resume.places import cut_place, place_score
from app.domain.text.resume.rows import Row
from app.domain.text.resume.vocabulary.organizations import LEGAL_FORMS
from app.domain.text.resume.wrapping import ACTION, is_prose

_CLEAR = 1.2
_SURE = 3.0


@dataclass(slots=True)
class Role:
    """A role with how sure its fields are, 0 to 1."""

    experience: Experience
    confidence: dict[str, float]


def read_experience(rows: list[Row]) -> list[Role]:
    """Return the roles that `rows` tell about, in order."""
    entries = [_promoted(entry) for entry in split_entries(rows)]
    drafts = [_draft(entry) for entry in entries if entry.head or entry.dates or entry.rows]
    title_first = _usual_order(drafts)
    roles: list[Role] = []
    company = Role(Experience(), {})
    for draft in drafts:
        role = _role(draft, title_first=title_first)
        _inherit(role, roles, company)
        if role.experience.company:
            company = role
        roles.append(role)
    return _without_group_heads(roles)


@dataclass(slots=True)
class _Draft:
    entry: Entry
    parts: list[Part]
    places: list[str]


def _promoted(entry: Entry) -> Entry:
    """Dates stand alone and the role is the first bullet below them: take it as the head."""
    named = [row for row in entry.head if any(character.isalpha() for character in _undated(row))]
    if named or not entry.body or not entry.dates:
        return entry
    first = entry.body[0]
    if (
        len(first.text) > 90
        or is_prose(first.text)
        or (title_strength(first.text) < 1.0 and split_at_comma(first.text) is None)
    ):
        return entry
    head = [*entry.head, Row(first.text, (first.text,), 0.0, first.bold, False, False, 1)]
    return Entry(head=head, dates=entry.dates, body=entry.body[1:], rows=entry.rows)


def _undated(row: Row) -> str:
    text = row.text
    for span in reversed(find_dates(text)):
        text = text[: span.begin] + text[span.stop :]
    return text


def _draft(entry: Entry) -> _Draft:
    head, sentence = _trailing_sentence(entry.head)
    if sentence:
        entry.body.insert(0, Item(sentence, bullet=False))
    parts, places = parts_of(head)
    return _Draft(entry, parts, places)


def _trailing_sentence(head: list[Row]) -> tuple[list[Row], str]:
    """`Title, Employer (Mar 2021 - Present) Leads the guild.`: what follows the dates and ends like a sentence."""
    if len(head) != 1 or not head[0].text.endswith("."):
        return head, ""
    row = head[0]
    spans = [span for span in find_dates(row.text) if span.ranged]
    if not spans or not any(map(str.isalpha, row.text[: spans[-1].begin])):
        return head, ""
    tail = row.text[spans[-1].stop :].lstrip(" )]|,.;–—-·•")
    if not tail or (len(tail.split()) < 3 and (place_score(tail) >= 0.8 or title_strength(tail) != 0)):
        return head, ""
    return [row.with_text(row.text[: len(row.text) - len(tail)])], tail


def _usual_order(drafts: list[_Draft]) -> bool:
    """Whether titles stand before employers in the entries that leave no doubt."""
    votes: Counter[bool] = Counter()
    for draft in drafts:
        if len(draft.parts) < 2:
            continue
        first, second = draft.parts[0], draft.parts[1]
        if abs(first.strength - second.strength) >= _CLEAR:
            votes[first.strength > second.strength] += 1
    return votes[True] >= votes[False]


def _role(draft: _Draft, *, title_first: bool) -> Role:
    title, company, extra, sure = _named(draft.parts, title_first=title_first)
    experience = Experience(title=title, company=company, location=draft.places[0] if draft.places else "")
    if not experience.location and "," in company:
        experience.company, experience.location = _cut_company(company)
    if not experience.location and len(extra) == 1 and extra[0] == draft.parts[-1].text and _may_be_place(extra[0]):
        experience.location = extra.pop()
    _put_dates(experience, draft.entry.dates)
    bullets = [item for item in draft.entry.body if item.bullet]
    paragraphs = [item.text for item in draft.entry.body if not item.bullet]
    listed = len(paragraphs) > 2 or (len(paragraphs) == 2 and all(ACTION.match(text) for text in paragraphs))
    if not bullets and listed and all(len(text) < 300 for text in paragraphs):
        bullets = [item for item in draft.entry.body if not item.bullet]
        paragraphs = []
    experience.achievements = [item.text for item in bullets]
    experience.description = "\n".join([*extra, *draft.places[1:], *paragraphs])
    return Role(experience, {"title": sure, "company": sure, "start_date": 0.9 if experience.start_date else 0.3})


def _cut_company(company: str) -> tuple[str, str]:
    """`Siemens AG, Erlangen`: behind a legal form and a comma stands a place, known or not."""
    name, place = cut_place(company)
    if name and place:
        return name, place
    before, _, after = company.rpartition(",")
    last = fold(before).split()[-1:]
    if last and last[0] in LEGAL_FORMS and _may_be_place(after.strip()):
        return before.strip(), after.strip()
    return company, ""


def _may_be_place(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= 3
        and all(word[:1].isupper() for word in words)
        and title_strength(text) == 0
        and not text.isupper()
    )


def _named(parts: list[Part], *, title_first: bool) -> tuple[str, str, list[str], float]:
    """Return title, company, what else the head says, and how sure the two are."""
    if not parts:
        return "", "", [], 0.2
    if len(parts) == 1:
        return _from_one(parts[0], title_first=title_first)
    title, company = _assigned(parts, title_first=title_first)
    extra = [part for part in parts if part is not title and part is not company]
    sure = 0.9 if title.strength - company.strength >= _CLEAR else 0.7
    if title.strength >= _CLEAR and not extra and (split := split_at_comma(company.text)):
        # "Lead, Acme Inc." beside a second title: the employer hides behind the comma.
        return title.text, split[1], [split[0]], 0.6
    return title.text, company.text, [part.text for part in extra], sure


def _assigned(parts: list[Part], *, title_first: bool) -> tuple[Part, Part]:
    candidates = parts[:4]
    ranked = sorted(candidates, key=lambda part: (-part.strength, candidates.index(part)))
    best, others = ranked[0], [part for part in candidates if part is not ranked[0]]
    lowest = min(others, key=lambda part: (part.strength > -_CLEAR, candidates.index(part)))
    if best.strength >= _CLEAR and best.strength - lowest.strength >= _CLEAR:
        return best, _nearest(best, others)
    first, second = candidates[0], candidates[1]
    if first.strength <= -_CLEAR < second.strength:
        return second, first
    if second.strength <= -_CLEAR < first.strength:
        return first, second
    return (first, second) if title_first else (second, first)


def _nearest(title: Part, others: list[Part]) -> Part:
    """The employer is the clearest organization, else the first piece that is no second title."""
    clear = [part for part in others if part.strength <= -_CLEAR]
    plain = [part for part in others if part.strength < _CLEAR]
    pool = clear or plain or others
    other_row = [part for part in pool if part.row != title.row]
    same_row = [part for part in pool if part.row == title.row]
    return (
        (clear or same_row[:1] or other_row or pool)[0] if not _titled_row(title, same_row, other_row) else other_row[0]
    )


def _titled_row(title: Part, same_row: list[Part], other_row: list[Part]) -> bool:
    """Whether the title shares its row only with an addition to it (`Engineer | Full-time`)."""
    return bool(same_row and other_row) and all(part.cell == title.cell and part.strength > 0 for part in same_row)


def _from_one(part: Part, *, title_first: bool) -> tuple[str, str, list[str], float]:
    if split := split_at_comma(part.text):
        return split[0], split[1], [], 0.8
    if part.strength >= 1.0:
        return part.text, "", [], 0.6
    before, comma, after = part.text.partition(", ")
    named = title_strength(after) <= -_SURE and len(after.split()) > 1
    if comma and named and title_strength(before) == 0 and len(before.split()) < 4:
        # "Bäcker, Ofentür GmbH": what stands before a firm of its own name is what was done there.
        return before, after, [], 0.5
    if comma and part.strength > -_CLEAR and title_strength(before) != title_strength(after):
        title_first = title_strength(before) > title_strength(after)
    if comma and part.strength > -_CLEAR and title_first and fold(after).strip(".") not in LEGAL_FORMS:
        return before, after, [], 0.5
    return "", part.text, [], 0.5


def _put_dates(experience: Experience, spans: list[DateSpan]) -> None:
    if not spans:
        return
    span = next((span for span in spans if span.ranged), spans[0])
    if not span.ranged and len(spans) == 2 and spans[0].start and spans[1].start and spans[0].start < spans[1].start:
        # First and last month stand in columns of their own.
        experience.start_date, experience.end_date = spans[0].start, spans[1].start
        return
    experience.start_date, experience.end_date, experience.is_current = span.start, span.end, span.current


def _inherit(role: Role, roles: list[Role], above: Role) -> None:
    """A role without an employer of its own belongs to the employer above."""
    experience = role.experience
    if experience.company or not experience.title or not roles or not above.experience.company:
        return
    experience.company = above.experience.company
    experience.location = experience.location or above.experience.location
    role.confidence["company"] = 0.7


def _without_group_heads(roles: list[Role]) -> list[Role]:
    """An employer that only heads the roles below it is no role."""
    kept = []
    for number, role in enumerate(roles):
        experience = role.experience
        below = roles[number + 1].experience if number + 1 < len(roles) else None
        empty = not experience.title and not experience.achievements and not experience.description
        if empty and below is not None and below.company == experience.company:
            continue
        kept.append(role)
    return kept
