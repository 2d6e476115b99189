import unicodedata

import pytest

from app.infrastructure.pdf.bidi import is_right_to_left, join, visual_order


def drawn(text: str, *, right_to_left: bool) -> str:
    return "".join(char for _, char in visual_order(text, right_to_left=right_to_left))


@pytest.mark.parametrize(
    ("text", "right_to_left", "expected"),
    [
        ("plain text", False, "plain text"),
        ("שלום", True, "םולש"),
        ("Dana (דנה) Levi", False, "Dana (הנד) Levi"),
        ("דנה Levi 2019", True, "Levi 2019 הנד"),
        ("משנת 2019 עד 2021", True, "2021 דע 2019 תנשמ"),
        ("(א) ב", True, "ב (א)"),
        ("מחיר 12.50 ש", True, "ש 12.50 ריחמ"),
    ],
)
def test_a_line_is_drawn_in_visual_order(text: str, right_to_left: bool, expected: str) -> None:
    assert drawn(text, right_to_left=right_to_left) == expected


def test_arabic_letters_join_by_their_neighbours() -> None:
    assert [unicodedata.name(char).removeprefix("ARABIC LETTER ") for char in join("محمد")] == [
        "MEEM INITIAL FORM",
        "HAH MEDIAL FORM",
        "MEEM MEDIAL FORM",
        "DAL FINAL FORM",
    ]
    assert [unicodedata.name(char).removeprefix("ARABIC LETTER ") for char in join("دار")] == [
        "DAL ISOLATED FORM",
        "ALEF ISOLATED FORM",
        "REH ISOLATED FORM",
    ]


def test_lam_and_alef_are_one_letter() -> None:
    assert [unicodedata.name(char) for char in join("سلام")] == [
        "ARABIC LETTER SEEN INITIAL FORM",
        "ARABIC LIGATURE LAM WITH ALEF FINAL FORM",
        "ARABIC LETTER MEEM ISOLATED FORM",
    ]


@pytest.mark.parametrize("word", ["مهندسة", "البرمجيات", "لأن", "بِسْمِ", "گرافیک", "پاکستان", "2019", "word"])
def test_joined_words_fold_back(word: str) -> None:
    assert unicodedata.normalize("NFKC", join(word)) == word


def test_the_first_strong_letter_decides_the_direction() -> None:
    assert is_right_to_left("12 (דנה) Levi") is True
    assert is_right_to_left("Levi דנה") is False
    assert is_right_to_left("2019") is False
