"""Cut a text into words and phrases with their places."""

import re
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.grounding.stems import stem
from app.domain.text.grounding.wording import Wording

_WORD = regex(
    r"(?:Ph|[BM])\.(?:[A-Z][a-z]{0,3}\.?)+|[^\W\d_](?:[^\W_]|(?<=[^\W\d_])['’](?=[^\W\d_]))*|\d[\w.]*[^\W\d_]+\w*"
)
_DEGREE = regex(r"(?:Ph|[BM])\.(?:[A-Z][a-z]{0,3}\.?)+")
_CLITIC = regex(r"(?:n['’]t|['’](?:s|m|re|ve|d|ll))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word at `start` to `end` (exclusive). `lower` is its spelling without a clitic, `opens` a sentence start."""

    text: str
    lower: str
    stem: str
    start: int
    end: int
    opens: bool
    phrase: str = ""

    @property
    def capital(self) -> bool:
        """Whether a capital stands anywhere in it."""
        return self.text != self.text.lower()


def tokenise(text: str, words: Wording) -> list[Token]:
    """Return the words of `text`, hyphenated ones apart; every word of a known phrase carries the phrase's key."""
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        written = match.group()
        bare = _CLITIC.sub("", written) or written
        lower = bare.lower().replace(".", "") if _DEGREE.fullmatch(bare) else bare.lower()
        before = text[: match.start()].rstrip(" \"'“”‘’(*•–-")
        opens = not before or before[-1] in ".!?:\n|"
        tokens.append(Token(written, lower, stem(lower, words.language), match.start(), match.end(), opens))
    return _with_phrases(tokens, words)


def _with_phrases(tokens: list[Token], words: Wording) -> list[Token]:
    at = 0
    while at < len(tokens):
        for parts in words.phrases.get(tokens[at].stem, ()):
            run = tokens[at : at + len(parts)]
            if tuple(token.stem for token in run) == parts:
                for place, token in enumerate(run):
                    tokens[at + place] = Token(
                        token.text, token.lower, token.stem, token.start, token.end, token.opens, "_".join(parts)
                    )
                at += len(parts) - 1
                break
        at += 1
    return tokens
