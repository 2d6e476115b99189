import pytest

from app.domain.text.counting import word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Led a team of six", 5),
        ("Führte sechs Mitarbeiter", 3),
        ("株式会社みなと商事", 5),
        ("React で 画面 を作り直した", 6),
        ("负责后端开发", 3),
        ("– résumé –", 1),
        ("สวัสดีครับ", 2),
    ],
)
def test_words_are_counted_in_scripts_with_and_without_blanks(text: str, words: int) -> None:
    assert word_count(text) == words
