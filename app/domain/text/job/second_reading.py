"""What a language model may add to the reading of a posting: quotes of its text for fields that stayed open."""

import re
from collections.abc import Mapping
from dataclasses import replace

from app.domain.text.posting import Keyword, Posting, Seniority, Span, Workplace
from app.domain.text.skills import Lexicon

FIELDS = ("title", "company", "location", "workplace", "seniority")
_LONGEST = {"title": 100, "company": 80, "location": 80, "workplace": 80, "seniority": 80}
_LONGEST_SKILL, _MOST_WORDS, _MOST_SKILLS = 50, 5, 20
_FEW_KEYWORDS = 3
_LEAST_TEXT = 200
_WEIGHT = {True: 0.6, False: 0.3}
_QUOTE = {"type": "string", "description": "the exact words of the posting, or an empty string"}
_QUOTES = {"type": "array", "items": {"type": "string", "description": "the exact words of the posting"}}
SHAPE: dict[str, object] = {
    "type": "object",
    "properties": {**dict.fromkeys(FIELDS, _QUOTE), "required_skills": _QUOTES, "preferred_skills": _QUOTES},
    "required": [*FIELDS, "required_skills", "preferred_skills"],
    "additionalProperties": False,
}
_WORKPLACES: tuple[tuple[str, Workplace], ...] = (
    ("hybrid", "hybrid"), ("remote", "remote"), ("home", "remote"), ("on-site", "onsite"), ("onsite", "onsite"),
    ("office", "onsite"),
)  # fmt: skip
_LEVELS: tuple[tuple[str, Seniority], ...] = (
    ("intern", "intern"), ("junior", "junior"), ("entry", "junior"), ("principal", "principal"),
    ("director", "director"), ("lead", "lead"), ("manager", "manager"), ("senior", "senior"), ("mid", "mid"),
)  # fmt: skip


def open_fields(posting: Posting) -> tuple[str, ...]:
    """Return what the built-in reading left open or unsure; empty where a second reading has nothing to add.

    A posting that states no workplace or level is no puzzle: those are asked for along with the others only.
    """
    if len(posting.description) < _LEAST_TEXT:
        return ()
    unread = [name for name in ("title", "company") if getattr(posting, name) is None or name in posting.uncertain]
    if len(posting.parsed_keywords) < _FEW_KEYWORDS:
        unread.append("keywords")
    if not unread:
        return ()
    rest = [name for name in FIELDS[2:] if getattr(posting, name) is None or name in posting.uncertain]
    return (*unread, *rest)


def with_quotes(posting: Posting, said: Mapping[str, object], lexicon: Lexicon) -> Posting:
    """Return `posting` with what `said` quotes of its text word for word; all else of `said` is left out.

    Only open fields are filled, and what was read stands where the quote is none.
    """
    wanted = open_fields(posting)
    changes: dict[str, object] = {}
    for name in FIELDS:
        quote = _found(posting.description, said.get(name), _LONGEST[name]) if name in wanted else None
        value = _value(name, quote.text) if quote else None
        if value is not None:
            changes[name] = value
    if "keywords" in wanted:
        changes["parsed_keywords"] = (*posting.parsed_keywords, *_keywords(posting, said, lexicon))
    if changes.get("workplace") == "remote":
        changes["remote"] = True
    uncertain = tuple(name for name in posting.uncertain if name not in changes)
    return replace(posting, **changes, uncertain=uncertain)  # type: ignore[arg-type]


def _value(name: str, quote: str) -> str | None:
    """Return the field's value: the quote itself, or the kind that its words name."""
    folded = quote.casefold()
    if name == "workplace":
        return next((kind for word, kind in _WORKPLACES if word in folded), None)
    if name == "seniority":
        return next((level for word, level in _LEVELS if re.search(rf"\b{word}", folded)), None)
    return quote


def _found(text: str, quote: object, longest: int) -> Span | None:
    """Return where `quote` stands in `text`, letter for letter, at the edges of words and on one line."""
    words = quote.split() if isinstance(quote, str) and len(quote) <= longest else []
    if not words or not any(map(str.isalnum, "".join(words))):
        return None
    pattern = r"[ \t]+".join(map(re.escape, words))
    match = re.search(rf"(?<!\w){pattern}(?!\w)", text)
    return Span(match.start(), match.end(), match[0]) if match else None


def _keywords(posting: Posting, said: Mapping[str, object], lexicon: Lexicon) -> list[Keyword]:
    known = {keyword.keyword.casefold() for keyword in posting.parsed_keywords}
    found: list[Keyword] = []
    for name, required in (("required_skills", True), ("preferred_skills", False)):
        listed = said.get(name)
        for quote in listed if isinstance(listed, list) else []:
            span = _found(posting.description, quote, _LONGEST_SKILL)
            if span is None or len(span.text.split()) > _MOST_WORDS or len(found) == _MOST_SKILLS:
                continue
            entry = lexicon.get(span.text)
            keyword = entry.name if entry else span.text
            if keyword.casefold() in known:
                continue
            known.add(keyword.casefold())
            category = entry.category if entry else "technical"
            found.append(Keyword(keyword, _WEIGHT[required], category, required, (span,)))
    return found
