"""Find the skills a text names: one automaton over every spelling, then boundaries, then context."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import ahocorasick

from app.domain.regex import regex
from app.domain.text.skills.context import Candidate, counts
from app.domain.text.skills.entries import Guard, LexiconCategory, Row, SkillEntry, shipped_rows
from app.domain.text.skills.folding import fold, fold_name
from app.domain.text.skills.spellings import spellings

_VERSION = regex(r"\d+(?:\.\d+)*(?:\.x)?\+?(?![^\W_])")
_VERSION_SUFFIX = regex(r"[ -]*(?:v(?:ersion)?\.? ?)?\d+(?:\.\d+)*(?:\.x)?\+?$")
_BRACKETS = regex(r"\s*\([^()]*\)\s*$")
_SHORT = 2
# From Thai on, scripts put no blank between words, or hang particles on foreign ones.
_UNSPACED = "\u0e00"
_LEADS = tuple(" ,/&+-.'#")
_OWN_CASE = Guard("exact")


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A skill named at `start` to `end` (exclusive) of a text: its canonical name and the words as written."""

    name: str
    start: int
    end: int
    text: str
    category: LexiconCategory


@dataclass(frozen=True, slots=True)
class _Form:
    entry: SkillEntry
    length: int
    guard: Guard | None
    spelled: tuple[str, ...]


class Lexicon:
    """The known skills and every way to spell them; immutable, safe to share between threads."""

    def __init__(self, rows: Iterable[Row]) -> None:
        listed = sorted(rows, key=lambda row: (row.entry.name.casefold(), row.entry.name))
        self.entries: tuple[SkillEntry, ...] = tuple(row.entry for row in listed)
        self._by_name = {entry.name: entry for entry in self.entries}
        self._forms = _forms(listed)
        self._implied = {entry.name: self._closure(entry) for entry in self.entries}
        self._automaton = ahocorasick.Automaton()
        for spelling, form in self._forms.items():
            # One or two letters occur inside most words: they are looked for with the sign that must stand before them.
            for lead in _LEADS if form.length <= _SHORT and spelling < _UNSPACED else ("",):
                self._automaton.add_word(lead + spelling, (form.length, form))
        self._automaton.make_automaton()

    def get(self, name: str) -> SkillEntry | None:
        """Return the skill that the whole of `name` spells, in any case; a version or a bracket may follow."""
        for spelled in (name, _BRACKETS.sub("", name)):
            folded = fold_name(spelled)
            form = self._forms.get(folded) or self._forms.get(_VERSION_SUFFIX.sub("", folded))
            if form:
                return form.entry
        return None

    def implied(self, name: str) -> frozenset[str]:
        """Return the canonical names of every skill that `name` implies, itself not among them."""
        entry = self.get(name)
        return self._implied[entry.name] if entry else frozenset()

    def find(self, text: str) -> list[SkillMention]:
        """Return the skills that `text` names, in text order, without overlaps, the longest spelling first."""
        folded = f" {fold(text)}  "
        hits = []
        for end, (length, form) in self._automaton.iter(folded):
            # Most hits lie inside longer words; they leave here, before anything costs.
            after = folded[end + 1]
            if after.isalpha() and after < _UNSPACED:
                continue
            before = folded[end - length]
            if before.isalnum() and before < _UNSPACED:
                continue
            hit = _bounded(folded, text, end, form)
            if hit:
                hits.append(hit)
        hits.sort(key=_leftmost_longest)
        candidates: list[Candidate] | None = None
        mentions = []
        reached = 0
        for at, (start, end, form) in enumerate(hits):
            if start < reached:
                continue
            if form.guard:
                candidates = candidates or [_candidate(text, hit) for hit in hits]
                if not counts(form.guard, text, candidates, at):
                    continue
                # What counted vouches for its neighbours in turn.
                candidates[at].sure = True
            reached = end
            mentions.append(SkillMention(form.entry.name, start, end, text[start:end], form.entry.category))
        return mentions

    def _closure(self, entry: SkillEntry) -> frozenset[str]:
        seen: set[str] = set()
        waiting = list(entry.implies)
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(self._by_name[name].implies)
        return frozenset(seen - {entry.name})


def _forms(rows: list[Row]) -> dict[str, _Form]:
    forms: dict[str, _Form] = {}
    for row in rows:
        for name in (row.entry.name, *row.entry.aliases):
            folded = fold_name(name)
            guard = row.guard if name in row.guarded else None
            if guard is None and len(name) <= _SHORT and name.isalpha():
                guard = _OWN_CASE
            same = forms.get(folded)
            written = (*same.spelled, name) if same else (name,)
            forms[folded] = _Form(row.entry, len(folded), guard, written)
    # A spelling that someone wrote down wins over one that a rule made up.
    for row in rows:
        for name in (row.entry.name, *row.entry.aliases):
            if name not in row.guarded and not (len(name) <= _SHORT and name.isalpha()):
                written = (name,)
                for spelling in spellings(name):
                    forms.setdefault(spelling, _Form(row.entry, len(spelling), None, written))
    return forms


def _bounded(folded: str, text: str, end: int, form: _Form) -> tuple[int, int, _Form] | None:
    """Return the hit as offsets into `text` when it ends and begins where a word may. `folded` has one blank ahead."""
    start, stop = end - form.length + 1, end + 1
    before, after = folded[start - 1], folded[stop]
    if before == "_" or before == "@":
        return None
    short = form.length <= _SHORT
    if after.isdigit() or after == "_":
        if short or form.guard or not (version := _VERSION.match(folded, stop)):
            return None
        stop = version.end()
        return start - 1, stop - 1, form
    if after in "+#" and (short or folded[stop + 1] == after):
        return None
    if form.length == 1 and (after in "-'" or before in "-'"):
        return None
    # A full stop between two letters is part of a file or host name, unless a capital shows that a blank is missing.
    if before == "." and folded[start - 2].isalnum() and not text[start - 1].isupper():
        return None
    if after == "." and folded[stop + 1].isalnum() and not text[stop].isupper():
        return None
    return start - 1, stop - 1, form


def _leftmost_longest(hit: tuple[int, int, _Form]) -> tuple[int, int]:
    return hit[0], -hit[1]


def _candidate(text: str, hit: tuple[int, int, _Form]) -> Candidate:
    start, end, form = hit
    return Candidate(start, end, form.guard is None, text[start:end] in form.spelled)


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon; built on first use."""
    return Lexicon(shipped_rows())
