"""Which of the candidate's facts to answer from."""

import re

from app.domain.regex import regex
from app.domain.text.ats.signals import has_figure
from app.domain.text.career import Career, facts
from app.domain.text.interview.bank import Theme
from app.domain.text.interview.naming import is_tool
from app.domain.text.interview.outline import TELLING, tells_a_deed
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon, SkillEntry

_MOST = 3
_WHOLE_WORD = 4
_USED = 0.75
_NO_DEED = 0.75
_WORD = regex(r"[^\W\d_]{5,}")
_STEM = 6


# Groups of the lexicon whose members do the same job, so that knowing one is a start with another.
_SAME_JOB = frozenset(
    {
        "backend framework", "CAD and engineering software", "CI/CD", "cloud platform", "CMS and e-commerce",
        "container", "CRM and sales tool", "database", "design tool", "ERP", "finance tool", "infrastructure as code",
        "programming language", "tools for work management", "version control",
    }
)  # fmt: skip
_NO_PROGRAMMING = frozenset({"SQL", "HTML", "CSS", "XML", "Bash", "Shell", "YAML", "JSON", "Markdown", "LaTeX", "VBA"})


class Evidence:
    """Finds the facts that bear an answer out. A story that was used stands back for one that was not."""

    def __init__(self, career: Career, posting: Posting, report: MatchReport, lexicon: Lexicon) -> None:
        self.facts = facts(career)
        self._telling = [fact for fact in self.facts.values() if fact.field in TELLING]
        self._lexicon = lexicon
        self._used: dict[str, int] = {}
        asked = {match.keyword: match.weight for match in report.keywords if match.category != "soft"}
        self._worth = {
            fact.id: 0.5 * has_figure(fact.text)
            + min(1.0, sum(asked.get(one.name, 0.0) for one in lexicon.find(fact.text)))
            - _NO_DEED * (not tells_a_deed(fact))
            for fact in self._telling
        }
        order = {job.id: at for at, job in enumerate(career.experiences)}
        self._place = {fact.id: order.get(fact.item_id, len(order)) for fact in self._telling}

    def of_keyword(self, match: KeywordMatch) -> tuple[str, ...]:
        """Return the facts that show a keyword: those that tell of its use first."""
        ids = dict.fromkeys(one.fact_id for one in match.profile_evidence if one.fact_id in self.facts)
        telling = {fact.id for fact in self._telling}
        return tuple(sorted(ids, key=lambda one: (one not in telling, not self._worth.get(one, 0.0))))[:_MOST]

    def story(self, theme: Theme) -> tuple[str, ...]:
        """Return the fact that tells a story of the theme best; nothing where none does."""
        pattern = _cues(theme.cues)
        found = [(len({hit.lower() for hit in pattern.findall(fact.text)}), fact.id) for fact in self._telling]
        return self._best({fact_id: float(hits) for hits, fact_id in found if hits})

    def on(self, text: str, *, use: bool = True) -> tuple[str, ...]:
        """Return the fact that comes closest to `text`, a duty or a requirement of the posting.

        With `use` it counts who has been used already, and is counted.
        """
        names = {one.name for one in self._lexicon.find(text)}
        stems = _stems(text)
        scores = {}
        for fact in self._telling:
            held = {one.name for one in self._lexicon.find(fact.text)}
            held |= {implied for name in held for implied in self._lexicon.implied(name)}
            likeness = 1.5 * len(names & held) + 0.5 * len(stems & _stems(fact.text))
            if likeness >= 1:
                scores[fact.id] = likeness
        return self._best(scores, use=use)

    def neighbours(self, keyword: str) -> tuple[str, tuple[str, ...]]:
        """Return the candidate's skill of the same kind as `keyword` that is shown best, and the facts that show it."""
        asked = self._lexicon.get(keyword)
        if asked is None:
            return "", ()
        shown: dict[str, list[str]] = {}
        for fact in self.facts.values():
            for mention in self._lexicon.find(fact.text):
                entry = self._lexicon.get(mention.name)
                if entry and entry.name != asked.name and self._is_akin(asked, entry):
                    shown.setdefault(entry.name, []).append(fact.id)
        if not shown:
            return "", ()
        name = max(shown, key=lambda one: (any(self._tells(fact) for fact in shown[one]), len(shown[one]), one))
        return name, tuple(sorted(shown[name], key=lambda fact: not self._tells(fact)))

    def _is_akin(self, one: SkillEntry, other: SkillEntry) -> bool:
        """Tell whether who knows `other` has begun to know `one`: they are of one kind that is no mere language."""
        if _NO_PROGRAMMING & {one.name, other.name}:
            return False
        if not is_tool(one.name, self._lexicon) or not is_tool(other.name, self._lexicon):
            return False
        if one.group == other.group and one.group in _SAME_JOB:
            return True
        kinds = [self._lexicon.get(name) for name in set(one.implies) & set(other.implies)]
        return any(kind is not None and kind.group != "programming language" for kind in kinds)

    def akin_to(self, text: str) -> tuple[str, ...]:
        """Return facts that show something akin to what `text` names."""
        found = (self.neighbours(mention.name)[1] for mention in self._lexicon.find(text))
        return next((facts[:1] for facts in found if facts and self._tells(facts[0])), ())

    def strongest(self) -> tuple[str, ...]:
        """Return the telling facts that say most of what is asked for."""
        ranked = sorted(self._telling, key=lambda fact: (-self._worth[fact.id], self._place[fact.id]))
        return tuple(fact.id for fact in ranked[:_MOST])

    def _tells(self, fact_id: str) -> bool:
        return self.facts[fact_id].field in TELLING

    def _best(self, scores: dict[str, float], *, use: bool = True) -> tuple[str, ...]:
        if not scores:
            return ()

        def rank(fact_id: str) -> tuple[float, int, str]:
            worth = scores[fact_id] + self._worth[fact_id] - use * _USED * self._used.get(fact_id, 0)
            return -worth, self._place[fact_id], fact_id

        best = min(scores, key=rank)
        if rank(best)[0] >= 0:
            return ()
        self._used[best] = self._used.get(best, 0) + use
        return (best,)


def _cues(cues: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the cues: short ones as whole words, longer ones as beginnings of words."""
    parts = [re.escape(cue) + (r"\b" if len(cue) < _WHOLE_WORD else "") for cue in cues]
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in _WORD.findall(text))
