import pytest

from app.domain.text.job.salary import read_salary
from app.domain.text.posting import Salary


def read(text: str) -> Salary | None:
    found = read_salary([(text, False)])
    return found.salary if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€60.000 – 85.000 p.a.", Salary(60_000, 85_000, "EUR", "year")),
        ("$120k-150k", Salary(120_000, 150_000, "USD", "year")),
        ("Pay: USD 55/hr", Salary(55, 55, "USD", "hour")),
        ("CHF 120'000", Salary(120_000, 120_000, "CHF", "year")),
        ("₹12-18 LPA", Salary(1_200_000, 1_800_000, "INR", "year")),
        ("INR 8 - 12 lakhs", Salary(800_000, 1_200_000, "INR", "year")),
        ("₹ 12,00,000 - 18,00,000 per annum", Salary(1_200_000, 1_800_000, "INR", "year")),
        ("£45,000 per annum", Salary(45_000, 45_000, "GBP", "year")),
        ("Salary up to 70k", Salary(None, 70_000, None, "year")),
        ("Salary range: from €4,500 gross / month", Salary(4_500, None, "EUR", "month")),
        ("Compensation: $200,000+", Salary(200_000, None, "USD", "year")),
        ("GS-12 Step 1 - $89,834 to GS-12 Step 10 $116,788", Salary(89_834, 116_788, "USD", "year")),
        ("Pay Range: $27.02 - $48.55 per hour", Salary(27.02, 48.55, "USD", "hour")),
        ("75 to 95 USD an hour", Salary(75, 95, "USD", "hour")),
        ("Gehalt: 55.000 bis 70.000 Euro brutto im Jahr", Salary(55_000, 70_000, "EUR", "year")),
        ("Tagessatz 700 €", Salary(700, 700, "EUR", "day")),
        ("Salaire : 45 000 € - 55 000 € par an", Salary(45_000, 55_000, "EUR", "year")),
        ("45-55k€ selon profil", Salary(45_000, 55_000, "EUR", "year")),
        ("RAL 35.000 - 45.000 euro", Salary(35_000, 45_000, "EUR", "year")),
        ("€3.500 - €5.000 bruto per maand", Salary(3_500, 5_000, "EUR", "month")),
        ("R$ 8.000 - R$ 12.000 por mês", Salary(8_000, 12_000, "BRL", "month")),
        ("15 000 - 20 000 zł brutto", Salary(15_000, 20_000, "PLN", "month")),
        ("CA$90,000–CA$120,000", Salary(90_000, 120_000, "CAD", "year")),
        ("$5,500 - $7,200 USD monthly", Salary(5_500, 7_200, "USD", "month")),
        ("NOK 820 000 - 950 000", Salary(820_000, 950_000, "NOK", "year")),
        ("¥6,000,000 - ¥9,000,000", Salary(6_000_000, 9_000_000, "JPY", "year")),
    ],
)
def test_pay_is_read_in_the_worlds_formats(text: str, expected: Salary) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We match 100% of your pre-tax 401(k) contributions, up to a maximum of $10,000 per year.",
        "We've already paid out over $11M to our engineers.",
        "Each sale is between $250 and $2,500.",
        "Use your annual development budget of 1,000 euros for conferences",
        "une levée de fonds de 2 millions d'euros",
        "We raised $40M in Series B funding",
        "$1,000 annual learning stipend",
        "Founded in 2012, 1,500 employees in 30 countries",
        "Call +1 555 010 9999 between 9 and 17",
        "99.99% uptime for 10,000 requests per hour",
    ],
)
def test_other_amounts_are_not_pay(text: str) -> None:
    assert read(text) is None
