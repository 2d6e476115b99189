import pytest

from app.domain.text.render.dates import format_date, format_date_range, format_letter_date


@pytest.mark.parametrize(
    ("value", "language", "printed"),
    [
        ("2019", "en", "2019"),
        ("2019-03", "en", "Mar 2019"),
        ("2019-03-05", "en", "5 Mar 2019"),
        ("2019-03", "de-AT", "März 2019"),
        ("2019-03-05", "de", "5. März 2019"),
        ("2019-08", "fr", "août 2019"),
        ("2019-01", "es", "ene. 2019"),
        ("2019-03", "pl", "03/2019"),
        ("2019-03-05", "ja", "2019年3月5日"),
        ("2019-03", "ko", "2019년 3월"),
        ("Summer 2019", "en", "Summer 2019"),
        ("2019-13", "en", "2019-13"),
        ("", "en", ""),
    ],
)
def test_a_date_keeps_its_precision(value: str, language: str, printed: str) -> None:
    assert format_date(value, language) == printed


@pytest.mark.parametrize(
    ("start", "end", "language", "printed"),
    [
        ("2019-03", None, "en", "Mar 2019 – Present"),
        ("2019", None, "de", "2019 – heute"),
        ("2019", None, "xx", "2019 – Present"),
        ("2019", "2021-02", "en", "2019 – Feb 2021"),
        ("2019", "2019", "en", "2019"),
        ("2019", "", "en", "2019"),
        ("", "2019", "en", "2019"),
        ("", None, "en", ""),
    ],
)
def test_a_span_says_no_more_than_is_known(start: str, end: str | None, language: str, printed: str) -> None:
    assert format_date_range(start, end, language) == printed


@pytest.mark.parametrize(
    ("value", "language", "printed"),
    [
        ("2026-11-21", "en", "21 November 2026"),
        ("2026-11-01", "en-GB", "1 November 2026"),
        ("2026-11-21", "de", "21. November 2026"),
        ("2026-08-01", "fr", "1er août 2026"),
        ("2026-11-21", "es", "21 de noviembre de 2026"),
        ("2026-11-21", "pl", "21.11.2026"),
        ("2026-11-21", "ja", "2026年11月21日"),
        ("2026-11", "en", "Nov 2026"),
        ("2026-13-01", "en", "2026-13-01"),
        ("today", "en", "today"),
    ],
)
def test_a_letter_gives_its_day_in_full(value: str, language: str, printed: str) -> None:
    assert format_letter_date(value, language) == printed
