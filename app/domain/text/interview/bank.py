"""The questions that are asked again and again, as data: by skill and level, by theme, by trade, about the employer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal, cast, get_args

from app.domain.text.interview.blocks import Block, parse_blocks
from app.domain.text.skills import Lexicon

Level = Literal["foundation", "working", "expert"]
Audience = Literal["everyone", "starters", "experienced", "leaders"]
LEVELS: tuple[Level, ...] = get_args(Level)
_LETTERS: Mapping[str, Level] = {"F": "foundation", "W": "working", "E": "expert"}
_FOLDER = "app.domain.text.interview.data"


@dataclass(frozen=True, slots=True)
class SkillQuestion:
    """A question on a skill, and what a good answer touches on."""

    skill: str
    level: Level
    question: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A question about behaviour. `cues` are beginnings of words in a fact that tells such a story."""

    name: str
    skills: frozenset[str]
    cues: tuple[str, ...]
    audience: Audience
    question: str
    why: str
    situation: str
    task: str
    action: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """Questions of one line of work, told by words of its titles."""

    name: str
    words: frozenset[str]
    questions: Mapping[Level, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A question with when it is asked: a word that `occasions.py` knows, or a pattern to find in the posting.

    `otherwise` is how it is asked where the posting does not give what the question names, `hints` (for the four parts
    of an outline) what to say; a question to ask them has none.
    """

    name: str
    when: str
    question: str
    otherwise: str
    why: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Follow-up questions to a statement that `pattern` fits."""

    name: str
    pattern: re.Pattern[str]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """All of it; immutable."""

    skills: Mapping[str, tuple[SkillQuestion, ...]]
    themes: tuple[Theme, ...]
    trades: tuple[Trade, ...]
    probes: tuple[Probe, ...]
    company: tuple[Occasion, ...]
    ask_them: tuple[Occasion, ...]
    cues: Mapping[str, re.Pattern[str]]
    """What tells a part of an answer, a filler or a vague word, by name."""

    def on(self, skill: str, lexicon: Lexicon) -> tuple[SkillQuestion, ...]:
        """Return the questions on `skill`, one a level, or on what it implies; empty where the bank has none."""
        entry = lexicon.get(skill)
        if entry is None:
            return ()
        return next((self.skills[name] for name in (entry.name, *entry.implies) if name in self.skills), ())


@cache
def bank() -> Bank:
    """Return the shipped bank; read on first use."""
    folder = resources.files(_FOLDER)
    skills: dict[str, tuple[SkillQuestion, ...]] = {}
    for file in _texts(folder / "skills"):
        for block in parse_blocks(file, {*_LETTERS, "="}):
            names = [name.strip() for name in block.heading.split(",")]
            questions = tuple(_skill_questions(block, names[0]))
            for name in names:
                if name in skills:
                    raise ValueError(f"two blocks speak of {name}")
                skills[name] = questions
    return Bank(
        skills=skills,
        themes=tuple(map(_theme, _read(folder, "behavioral", "skills cues for Q why s t a r"))),
        trades=tuple(map(_trade, _read(folder, "roles", "words F W E"))),
        probes=tuple(map(_probe, _read(folder, "probes", "when Q"))),
        company=tuple(map(_occasion, _read(folder, "company", "when Q else why s t a r"))),
        ask_them=tuple(map(_occasion, _read(folder, "ask_them", "when Q else why"))),
        cues={block.heading: _cues(block) for block in _read(folder, "cues", "=")},
    )


def _read(folder: Traversable, name: str, keys: str) -> list[Block]:
    return parse_blocks((folder / f"{name}.txt").read_text(encoding="utf-8"), keys.split())


def _texts(folder: Traversable) -> Iterator[str]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".txt"):
            yield file.read_text(encoding="utf-8")


def _skill_questions(block: Block, skill: str) -> Iterator[SkillQuestion]:
    lines = iter(block.lines)
    for letter, question in lines:
        key, points = next(lines, ("", ""))
        if letter not in _LETTERS or key != "=":
            raise ValueError(f"each question on {skill} is followed by a line of points")
        yield SkillQuestion(skill, _LETTERS[letter], question, tuple(part.strip() for part in points.split(";")))


def _theme(block: Block) -> Theme:
    audience = block.get("for")
    if audience not in get_args(Audience):
        raise ValueError(f"{block.heading} is for nobody that is known: {audience!r}")
    return Theme(
        name=block.heading,
        skills=frozenset(block.words("skills")),
        cues=block.words("cues"),
        audience=cast("Audience", audience),
        question=block.get("Q"),
        why=block.get("why"),
        situation=block.get("s"),
        task=block.get("t"),
        action=block.get("a"),
        result=block.get("r"),
    )


def _trade(block: Block) -> Trade:
    questions = {level: block.get(letter) for letter, level in _LETTERS.items()}
    return Trade(name=block.heading, words=frozenset(block.words("words")), questions=questions)


def _probe(block: Block) -> Probe:
    questions = tuple(value for key, value in block.lines if key == "Q")
    return Probe(name=block.heading, pattern=re.compile(block.get("when"), re.IGNORECASE), questions=questions)


def _cues(block: Block) -> re.Pattern[str]:
    return re.compile("|".join(pattern for _, pattern in block.lines), re.IGNORECASE)


def _occasion(block: Block) -> Occasion:
    return Occasion(
        name=block.heading,
        when=block.get("when"),
        question=block.get("Q"),
        otherwise=block.get("else"),
        why=block.get("why"),
        hints=tuple(block.get(key) for key in "star" if block.get(key)),
    )
