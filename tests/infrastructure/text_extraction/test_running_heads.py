"""What repeats at the margins goes, what merely looks alike stays."""

from app.domain.text.source import Line
from app.infrastructure.text_extraction.pdf_lines import drop_running_heads


def page(number: int, *texts: str) -> list[Line]:
    return [Line(text.removeprefix("• "), page=number, bullet=text.startswith("• ")) for text in texts]


def kept(*pages: list[Line]) -> list[list[str]]:
    return [[line.text for line in lines] for lines in drop_running_heads(list(pages))]


def test_a_repeated_head_stays_once_and_a_counted_foot_goes() -> None:
    first = page(1, "Jo March", "jo@example.org", "alpha", "beta", "Resume of Jo March, 1 of 2")
    second = page(2, "Jo March", "gamma", "delta", "Resume of Jo March, 2 of 2")
    assert kept(first, second) == [["Jo March", "jo@example.org", "alpha", "beta"], ["gamma", "delta"]]


def test_list_items_that_differ_in_figures_stay() -> None:
    first = page(1, "Jo March", "• Served 4 clients in 2019", "• Served 5 clients in 2020")
    second = page(2, "• Served 6 clients in 2021", "• Served 7 clients in 2022")
    assert kept(first, second) == [[line.text for line in first], [line.text for line in second]]


def test_lines_whose_figures_do_not_count_pages_stay() -> None:
    first = page(1, "one", "two", "three", "Phone 0511 12345")
    second = page(2, "four", "five", "six", "Phone 0511 99881")
    assert kept(first, second) == [[line.text for line in first], [line.text for line in second]]


def test_a_closing_name_that_equals_the_head_stays() -> None:
    first, second = page(1, "Jo March", "alpha", "beta"), page(2, "gamma", "delta", "Sincerely,", "Jo March")
    assert kept(first, second)[1][-1] == "Jo March"


def test_page_numbers_go_and_years_stay() -> None:
    assert kept(page(1, "alpha", "beta", "2019", "Page 1 of 2")) == [["alpha", "beta", "2019"]]
