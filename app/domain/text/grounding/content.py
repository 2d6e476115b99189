"""Check every word of a claim: skills, names, titles, degrees, claims of rank and reach, and what is left over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.regex import regex
from app.domain.text.document import Reason
from app.domain.text.grounding.ground import Claim, Ground, reason
from app.domain.text.grounding.moments import rates
from app.domain.text.grounding.quantities import qualifier_start
from app.domain.text.grounding.reach import check_compounds, check_reach
from app.domain.text.grounding.stems import is_word, stem
from app.domain.text.grounding.tokens import Token
from app.domain.text.skills import SkillMention

_KINDS = (
    ("superlative", "superlative", "“{}” praises beyond the facts"),
    ("award", "award", "No cited fact speaks of “{}”"),
    ("degree", "degree", "“{}” is not the degree of the cited facts"),
    ("scope", "scope", "“{}” reaches further than the facts"),
    ("title", "title", "“{}” is not a title of the cited facts"),
    ("team", "team", "No cited fact speaks of “{}”"),
)
_ROLE = regex(r"(?:[A-Za-z][\w&/-]* ){0,3}[A-Za-z]*(?:[a-z]er|or|ist|ian|ant|rse|ef|ect|yst|ead)s?\b")
_RANK_ALONE = regex(r"(?:with|of|for|at|in)\b|[,|–-]")
_RANK_BEFORE = regex(r"(?:^|\b(?:as|a|an|the|was|am|to)|-)\s*$", re.IGNORECASE)
_PERIOD = regex(r" (?:\w+day|day|week|month|year|term|shift|night|quarter)", re.IGNORECASE)
_LABEL = regex(r"[^:.,;\d]{1,40}:\s")
_SOFT_LIMIT = 2
_SOFT_SHARE = 0.2


@dataclass(slots=True)
class Findings:
    """What the words show: `hard` reasons, words that nothing vouches for (`loose`), and how many are vouched for."""

    hard: list[Reason] = field(default_factory=list)
    loose: list[Token] = field(default_factory=list)
    borne: int = 0

    @property
    def poor(self) -> bool:
        """Whether too little is vouched for to leave the judgement open."""
        many = len(self.loose) >= _SOFT_LIMIT and len(self.loose) > self.borne * _SOFT_SHARE
        return many or len(self.loose) > self.borne


def check_words(claim: Claim, ground: Ground) -> Findings:
    """Return what the words of `claim` show against `ground`. Figures and dates are checked elsewhere."""
    found = Findings()
    settled = _settled(claim)
    named = list(_check_skills(claim, ground, found))
    found.hard += check_compounds(claim, ground)
    found.hard += check_reach(claim, ground)
    for token in claim.tokens:
        if any(start <= token.start < end for start, end in (*settled, *named)):
            continue
        if token.lower in {"i", "s"} or (len(token.lower) == 1 and not token.capital):
            continue
        if _borrowed_title(claim, ground, token):
            found.hard.append(
                reason("title", token.start, token.end, f"“{token.text}” is somebody else's title in the facts")
            )
            continue
        if ground.vouches(claim, token) and not _team_of_title(claim, ground, token):
            found.borne += not claim.words.among("neutral", token.stem, token.lower)
            continue
        _judge(claim, ground, token, found)
    label = _LABEL.match(claim.text)
    if label and not claim.letter:
        found.loose = [token for token in found.loose if token.start >= label.end()]
    return found


def _settled(claim: Claim) -> list[tuple[int, int]]:
    spans = [(qualifier_start(claim.text, figure.start), figure.end) for figure in claim.figures]
    spans += [(start, end) for _, start, end in rates(claim.text)]
    return spans + [(date.start, date.end) for date in claim.dates]


def _check_skills(claim: Claim, ground: Ground, found: Findings) -> Iterator[tuple[int, int]]:
    for mention in claim.mentions:
        if _unborne_role(claim, mention, ground):
            continue
        if mention.name.lower() in ground.written or (
            mention.name in ground.skills and not _other_acronym(mention, ground)
        ):
            found.borne += 1
            yield mention.start, mention.end
            continue
        inside = [token for token in claim.tokens if mention.start <= token.start < mention.end]
        if inside and all(ground.vouches(claim, token) for token in inside):
            continue
        everyday = mention.text == mention.text.lower() or (inside and inside[0].opens)
        plain = everyday and all(is_word(token.lower, claim.words.language) for token in inside)
        neutral = all(
            claim.words.among("neutral", token.stem, token.lower)
            or (claim.letter and claim.words.among("courtesy", token.stem, token.lower))
            for token in inside
        )
        if mention.category == "soft" or plain or neutral or mention.text.lower() in ground.context:
            continue
        kind = "skill"
        found.hard.append(reason(kind, mention.start, mention.end, f"No cited fact shows {mention.name}"))
        yield mention.start, mention.end


def _unborne_role(claim: Claim, mention: SkillMention, ground: Ground) -> bool:
    """Tell whether the mention names who does it ("data scientist") where the facts only name what is done."""
    last = [token for token in claim.tokens if mention.start <= token.start < mention.end][-1:]
    return bool(last) and claim.words.among("title", last[0].stem, last[0].lower) and not ground.vouches(claim, last[0])


def _other_acronym(mention: SkillMention, ground: Ground) -> bool:
    """Tell whether an acronym only shares its entry with what the facts name (BANT and MEDDIC both qualify leads)."""
    text = mention.text
    if not text.isupper() or len(text) < 3 or text.lower() in ground.written:
        return False
    return text[0].lower() != mention.name[0].lower()


def _judge(claim: Claim, ground: Ground, token: Token, found: Findings) -> None:
    words = claim.words
    courteous = claim.letter and (words.among("courtesy", token.stem, token.lower) or token.lower in ground.context)
    for kind, name, message in _KINDS:
        if name == "award" and courteous:
            continue
        listed = words.among(name, token.stem, token.lower)
        if listed and not _excused(name, claim, ground, token, courteous=courteous):
            found.hard.append(reason(kind, token.start, token.end, message.format(token.text)))
            return
    if token.phrase and token.phrase in words.sets["neutral"]:
        return
    if courteous or words.among("neutral", token.stem, token.lower):
        return
    if token.capital and (_is_name(claim, token) or (not token.opens and ground.nominal and words.language != "de")):
        found.hard.append(reason("name", token.start, token.end, f"“{token.text}” is not named in the cited facts"))
    elif words.among("strong", token.stem, token.lower) and _verbal(token):
        found.hard.append(reason("verb", token.start, token.end, f"“{token.text}” claims more than the facts do"))
    elif _joined(ground, token) or _doer(claim, ground, token):
        found.borne += 1
    else:
        found.loose.append(token)


def _is_name(claim: Claim, token: Token) -> bool:
    if token.opens:
        shouted = len(token.text) > 1 and token.text.isupper()
        return shouted or not (
            is_word(token.lower, claim.words.language) or token.lower in claim.words.plain.get("past", ())
        )
    return not is_word(token.lower, claim.words.language) or not _title_case(claim)


def _title_case(claim: Claim) -> bool:
    """Tell whether capitals say nothing here: most words of the sentence have one, as in a heading, or all nouns do."""
    if claim.words.language == "de":
        return True
    plain = [token for token in claim.tokens if not token.opens and len(token.lower) > 3]
    return sum(token.capital for token in plain) > len(plain) * 0.6


def _excused(name: str, claim: Claim, ground: Ground, token: Token, *, courteous: bool) -> bool:
    """Tell whether a listed word is harmless where it stands."""
    before = claim.text[max(0, token.start - 12) : token.start].lower()
    after = claim.text[token.end : token.end + 12].lower()
    if before.endswith("co-") and "co-" in ground.text:
        return True
    if name == "team":
        return courteous
    if name == "title":
        return courteous or token.lower == "staff" or not _titled(claim, token)
    if name == "superlative":
        if token.lower in {"first", "only", "most", "always", "never", "every", "best"} and courteous:
            return True
        if token.lower == "every" and _PERIOD.match(after):
            return True
        return token.lower == "most" and after.startswith((" recent", "ly"))
    if name == "scope":
        if token.lower == "alone" and re.search(r"\d\s*$", before):
            return True
        if token.lower == "every" and _PERIOD.match(after):
            return True
        return courteous and token.lower in {"all", "every", "key", "core", "full", "overall", "leadership"}
    if name == "degree":
        return (
            token.lower in {"ma", "ba", "ms", "bs", "med", "licence", "associate", "honours", "honors"}
            and not token.text[:1].isupper()
        )
    return before.endswith("-")


def _titled(claim: Claim, token: Token) -> bool:
    """Tell whether a rank word stands as one: capitalised in a name, after an article, or before or after a role."""
    if claim.words.language != "en":
        return token.opens or token.capital
    if token.capital and not token.opens:
        return True
    after = claim.text[token.end :].lstrip()
    if _ROLE.match(after):
        return True
    if token.opens:
        return bool(_RANK_ALONE.match(after))
    return bool(_RANK_BEFORE.search(claim.text[: token.start]))


def _verbal(token: Token) -> bool:
    """Tell whether the word can be the verb itself, not the doer."""
    return not token.lower.endswith(("er", "ers", "or", "ors")) or token.lower in {
        "pioneer",
        "master",
        "mentor",
        "captain",
        "steer",
    }


def _team_of_title(claim: Claim, ground: Ground, token: Token) -> bool:
    """Tell whether a word for subordinates rests on a title or name only ("Staff Nurse" has no staff)."""
    if token.lower not in claim.words.plain["team"] or token.capital:
        return False
    keys = claim.words.keys(token.stem) | {token.lower}
    return not any(keys & view.keys for view in ground.views if view.fact.field not in {"title", "company", "name"})


def _borrowed_title(claim: Claim, ground: Ground, token: Token) -> bool:
    """Tell whether the claim opens with a title that the facts give to somebody else ("reports for the director")."""
    listed = claim.words.among("title", token.stem, token.lower)
    if not token.capital or not listed or claim.words.among("limiting", token.stem, token.lower) or claim.letter:
        return False
    if re.search(r"\b[a-zà-ÿ]+\b", claim.text[: token.start]) or not ground.vouches(claim, token):
        return False
    keys = claim.words.keys(token.stem) | {token.lower}
    both = (*ground.views, *ground.identity)
    return not any(keys & view.keys for view in both if view.fact.field not in {"achievements", "description"})


def _joined(ground: Ground, token: Token) -> bool:
    """Tell whether a compound is spelled apart in the facts ("frontend", "front end")."""
    lower = token.lower
    return len(lower) > 6 and any(
        lower[:cut] in ground.written and lower[cut:] in ground.written for cut in range(3, len(lower) - 2)
    )


def _doer(claim: Claim, ground: Ground, token: Token) -> bool:
    """Tell whether the word only names who does what a fact says is done ("organiser" of what was organised)."""
    for ending in ("er", "ers", "or", "ors"):
        base = token.lower.removesuffix(ending)
        if base != token.lower and len(base) > 3 and not claim.words.among("title", token.stem, token.lower):
            return bool(claim.words.keys(stem(base, claim.words.language)) & ground.keys)
    return False
