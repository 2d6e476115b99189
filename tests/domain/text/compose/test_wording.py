import pytest

from app.domain.text.compose import interpret_instructions
from app.domain.text.compose.options import written_language
from app.domain.text.compose.phrases import years_phrase
from app.domain.text.compose.verbs import starts_with_past
from app.domain.text.compose.wording import (
    as_bullet,
    calm_case,
    employer_name,
    join_list,
    single_stop,
    split_sentences,
    tidy,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Led a team. Shipped it.", ["Led a team.", "Shipped it."]),
        ("Worked with Dr. Smith at Acme Inc. Berlin", ["Worked with Dr. Smith at Acme Inc. Berlin"]),
        ("Grew sales by 4.5 % to 2.1 m", ["Grew sales by 4.5 % to 2.1 m"]),
        ("Used tools, e.g. Excel", ["Used tools, e.g. Excel"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_sees_an_end(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "stop", "expected"),
    [
        ("Led a team.", False, "Led a team"),
        ("Led a team", True, "Led a team."),
        ("Led A. Built B.", False, "Led A. Built B."),
        ("used Excel, Word etc.", False, "Used Excel, Word etc."),
        ("managed the shop", False, "Managed the shop"),
        ("iOS releases", False, "iOS releases"),
    ],
)
def test_bullets_end_alike(text: str, stop: bool, expected: str) -> None:
    assert as_bullet(text, stop=stop) == expected


def test_list_marks_and_stray_blanks_go() -> None:
    assert tidy("  •  Led\n a   team ,  and more ") == "Led a team, and more"


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        (["A"], "en", "A"),
        (["A", "B", "C"], "en", "A, B and C"),
        (["A", "B"], "de", "A und B"),
        (["español", "inglés"], "es", "español e inglés"),
        ([], "fr", ""),
    ],
)
def test_lists_read_as_people_write_them(words: list[str], language: str, expected: str) -> None:
    assert join_list(words, language) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("months", "expected"),
    [(11, ""), (12, "one year"), (15, "over a year"), (84, "7 years"), (86, "7 years"), (87, "over 7 years")],
)
def test_years_are_never_rounded_up(months: int, expected: str) -> None:
    assert years_phrase(months, "en") == expected


def test_names_are_calmed_and_cut() -> None:
    assert calm_case("HEAD OF IT AND SALES") == "Head of IT and Sales"
    assert calm_case("QA Lead") == "QA Lead"
    assert employer_name("Acme Inc. (8 people) | Berlin") == "Acme Inc."
    assert single_stop("I work at Acme Inc..") == "I work at Acme Inc."


@pytest.mark.parametrize(
    ("wanted", "posting", "expected"),
    [(None, "de", "de"), (None, "pl", "en"), ("fr", "de", "fr"), ("de-AT", "en", "de"), ("ja", "de", "en")],
)
def test_the_document_follows_the_wish_then_the_posting(wanted: str | None, posting: str, expected: str) -> None:
    assert written_language(wanted, posting) == expected


def test_simple_instructions_are_understood() -> None:
    read = interpret_instructions(
        "Please make it shorter and warmer. Emphasise my Python and AWS experience. Leave out hobbies!\nSing a song."
    )
    assert (read.length, read.tone) == ("one_page", "warm")
    assert read.emphasise == ("Python", "AWS")
    assert read.drop == ("hobbies",)
    assert read.ignored == ("Sing a song",)


def test_a_past_that_looks_like_a_present_is_known_by_what_follows() -> None:
    assert starts_with_past("Set up CI/CD with GitHub Actions", "en")
    assert not starts_with_past("Set of tools for the night shift", "en")
