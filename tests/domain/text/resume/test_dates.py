import pytest

from app.domain.text.resume.dates import find_dates

CASES = [
    ("Mar 2019 – now", ("2019-03", None, True)),
    ("2019/03", ("2019-03", "2019-03", False)),
    ("03.2019", ("2019-03", "2019-03", False)),
    ("seit 2020", ("2020", None, True)),
    ("Summer 2018", ("2018", "2018", False)),
    ("Q2 2020", ("2020", "2020", False)),
    ("2019-2021", ("2019", "2021", False)),
    ("2019-21", ("2019", "2021", False)),
    ("'19 – '21", ("2019", "2021", False)),
    ("12 May 2018 – 3 June 2019", ("2018-05-12", "2019-06-03", False)),
    ("Mar – Jun 2019", ("2019-03", "2019-06", False)),
    ("2018-09-01 – 2020-06-30", ("2018-09-01", "2020-06-30", False)),
    ("1.2.2019 bis 31.12.2020", ("2019-02-01", "2020-12-31", False)),
    ("03/04/2019", ("2019", "2019", False)),
    ("abril de 2019 a diciembre de 2020", ("2019-04", "2020-12", False)),
    ("depuis mars 2020", ("2020-03", None, True)),
    ("jan. 2020 – atual", ("2020-01", None, True)),
    ("2012年3月 - 現在", ("2012-03", None, True)),
    ("平成27年4月〜令和元年9月", ("2015-04", "2019-09", False)),
    ("令和2年10月 - 現在", ("2020-10", None, True)),
    ("昭和63年", ("1988", "1988", False)),
    ("May 2019-Present", ("2019-05", None, True)),
    ("'21 – '19", (None, "2019", False)),
    ("2019 –", ("2019", None, True)),
    ("31.02.2019", ("2019-02", "2019-02", False)),
    ("03/19", ("2019-03", "2019-03", False)),
    ("Mar '19", ("2019-03", "2019-03", False)),
    ("Mar-19 – Apr-21", ("2019-03", "2021-04", False)),
    ("12/31/2019", ("2019-12-31", "2019-12-31", False)),
    ("May – 2019", ("2019-05", "2019", False)),
    ("bis 2019", (None, "2019", False)),
    ("Oct 20XX – Dec 20XX", (None, None, False)),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_date_keeps_the_precision_it_is_written_in(text: str, expected: tuple[str | None, str | None, bool]) -> None:
    (span,) = find_dates(text)
    assert (span.start, span.end, span.current) == expected


@pytest.mark.parametrize(
    "text",
    [
        "10.1234/neurips.2023.1234",
        "GPA 3.97/4.00",
        "Room 2300",
        "v2.0",
        "may be",
        "now 12 people",
        "in May with 12",
        "+49 221 555 0134",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == []
