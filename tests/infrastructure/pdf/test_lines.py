import pytest

from app.infrastructure.pdf.fonts import fit
from app.infrastructure.pdf.lines import Span, Style, break_lines, break_paragraph

STYLE = Style(10, "000000")


def lines(text: str, width: float, language: str = "en") -> list[str]:
    typeface = fit("Source Sans 3", [text], language).typeface
    return ["".join(run.text for run in line.runs) for line in break_lines([Span(text, STYLE)], typeface, width)]


def test_lines_end_between_words_and_never_at_hyphens() -> None:
    assert lines("a cross-functional well-known team", 90) == ["a cross-functional", "well-known team"]


@pytest.mark.parametrize(
    "text", ["it took about 840 ms in all", "it fell by about 38 % in all", "it holds over 3.5 TB in all"]
)
def test_a_figure_stays_with_its_unit(text: str) -> None:
    figure = " ".join(text.removesuffix(" in all").split()[-2:])
    for width in range(30, 130):
        assert any(figure in line for line in lines(text, width)) or width < 40


def test_an_overlong_address_is_cut_after_a_sign() -> None:
    cut = lines("https://example.com/a-long-path/with/many/parts", 100)
    assert "".join(cut) == "https://example.com/a-long-path/with/many/parts"
    assert all(line.endswith(("/", ".")) for line in cut[:-1])


def test_japanese_lines_do_not_begin_with_a_closing_sign() -> None:
    text = "決済システムの開発に十年間携わり、毎日四百万件の取引を処理する基盤を設計しました。" * 2
    for width in range(60, 120, 7):
        assert not any(line.startswith(("、", "。", "ョ", "ッ")) for line in lines(text, width, "ja"))


def test_a_paragraph_avoids_a_last_line_of_one_short_word() -> None:
    text = "Wrote the objectives of the service and brought the latency down to a fifth of it"
    typeface = fit("Source Sans 3", [text], "en").typeface
    spans = [Span(text, STYLE)]
    width = next(w for w in range(380, 150, -1) if break_lines(spans, typeface, w)[-1].runs[0].text == "it")
    assert len(break_paragraph(spans, typeface, width)) == len(break_lines(spans, typeface, width))
    assert break_paragraph(spans, typeface, width)[-1].runs[0].text != "it"


def test_spans_that_touch_stay_on_one_line() -> None:
    typeface = fit("Source Sans 3", ["one two(three)"], "en").typeface
    spans = [Span("one two", STYLE), Span("(three)", Style(10, "000000", bold=True))]
    assert [len(line.runs) for line in break_lines(spans, typeface, 60)] == [1, 2]
