"""The question bank is well-formed, known to the lexicon, and each of its questions is written for its skill."""

import re
from collections import Counter

import pytest

from app.domain.text.interview.bank import LEVELS, bank
from app.domain.text.interview.blocks import parse_blocks
from app.domain.text.interview.occasions import KNOWN
from app.domain.text.skills import lexicon

BANK = bank()
QUESTIONS = [question for questions in {id(q): q for q in BANK.skills.values()}.values() for question in questions]


def test_the_bank_covers_many_skills_at_three_levels() -> None:
    by_skill = Counter(question.skill for question in QUESTIONS)
    assert len(by_skill) >= 300
    assert set(by_skill.values()) == {3}
    assert all(tuple(one.level for one in questions) == LEVELS for questions in BANK.skills.values())


def test_every_skill_bears_the_name_that_the_lexicon_gives_it() -> None:
    entries = {name: lexicon().get(name) for name in BANK.skills}
    wrong = [name for name, entry in entries.items() if entry is None or entry.name != name]
    assert wrong == []
    assert {entry.category for entry in entries.values() if entry} == {"technical"}


def test_soft_skills_of_the_themes_are_known() -> None:
    names = {name for theme in BANK.themes for name in theme.skills}
    assert sorted(name for name in names if (entry := lexicon().get(name)) is None or entry.name != name) == []


def test_no_question_is_another_one_with_a_skill_put_in() -> None:
    shapes = Counter(one.question.replace(one.skill, "…").casefold() for one in QUESTIONS)
    assert [shape for shape, count in shapes.items() if count > 1] == []


def test_questions_are_sentences_and_points_are_short() -> None:
    ends = [one.question for one in QUESTIONS if not re.fullmatch(r"[A-Z“\"].{15,260}[?.]", one.question)]
    assert ends == []
    points = [point for one in QUESTIONS for point in one.points]
    assert [point for point in points if len(point.split()) > 6 or not point] == []
    assert all(2 <= len(one.points) <= 6 for one in QUESTIONS)


def test_themes_trades_and_occasions_say_all_they_need() -> None:
    for theme in BANK.themes:
        assert all((theme.question, theme.why, theme.situation, theme.task, theme.action, theme.result)), theme.name
    for trade in BANK.trades:
        assert set(trade.questions) == set(LEVELS)
        assert all(trade.questions.values()), trade.name
        assert all((trade.words or trade.name == "general", not {w for w in trade.words if w != w.lower()})), trade.name
    for occasion in BANK.company:
        assert all((occasion.question, occasion.why, occasion.when, len(occasion.hints) == 4)), occasion.name
        assert ("{company}" in occasion.question) <= bool(occasion.otherwise), occasion.name
    for asked in BANK.ask_them:
        assert all((asked.question, asked.why, asked.when in KNOWN or re.compile(asked.when))), asked.name
    assert all(probe.questions for probe in BANK.probes)
    assert BANK.probes[-1].pattern.search("anything at all")


def test_a_skill_without_questions_of_its_own_takes_those_of_what_it_implies() -> None:
    pyspark = BANK.on("PySpark", lexicon())
    assert {one.skill for one in pyspark} == {"Spark"}
    assert [one.skill for one in BANK.on("python 3.11", lexicon())] == ["Python"] * 3
    assert BANK.on("Basket weaving under water", lexicon()) == ()


@pytest.mark.parametrize("text", ["F: too early", "# a\nX: no such key", "# a\nF:", "# a\nno colon"])
def test_a_line_that_fits_nowhere_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="not a line of a block"):
        parse_blocks(text, {"F"})
