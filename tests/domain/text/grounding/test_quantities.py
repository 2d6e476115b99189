"""The figures of a text: how much, of what, how firmly said."""

import pytest

from app.domain.text.grounding.quantities import MOST_FIGURES, quantities

FIGURES: dict[str, list[tuple[float, str, str]]] = {
    "two hundred and fifty people": [(250, "", "")],
    "forty-two shops": [(42, "", "")],
    "five thousand letters": [(5_000, "", "")],
    "three dozen shops": [(36, "", "")],
    "a dozen eggs": [(12, "", "")],
    "cut it in half": [(50, "percent", "")],
    "zwölf Filialen": [(12, "", "")],
    "1.234.567,89 €": [(1_234_567.89, "eur", "")],
    "$1,250.50": [(1_250.5, "usd", "")],
    "12'000 CHF": [(12_000, "chf", "")],
    "USD 40k": [(40_000, "usd", "")],
    "1.2M requests": [(1_200_000, "", "")],
    "$5m": [(5_000_000, "usd", "")],
    "5 m": [(5, "metre-or-million", "")],
    "five m": [(5, "", "")],
    "3mm bolts": [(3, "mm", "")],
    "20 t of steel": [(20, "tonne", "")],
    "two h": [(2, "", "")],
    "30 °C": [(30, "celsius", "")],
    "3x faster": [(3, "times", "")],
    "from 3 to 5 hours": [(3, "hour", ""), (5, "hour", "")],
    "more than 80 %": [(80, "percent", "over")],
    "250k+ users": [(250_000, "", "least")],
    "12 or more": [(12, "", "least")],
    "nearly 40 people": [(40, "", "nearly")],
    "bis zu 20 Tage": [(20, "day", "under")],
    "environ 30 personnes": [(30, "", "about")],
    "one shop": [],
    "one year": [(1, "year", "")],
    "m of it": [],
}


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_read_with_its_unit_and_how_firmly_it_is_said(text: str) -> None:
    assert [(one.value, one.unit, one.qualifier) for one in quantities(text)] == FIGURES[text]


def test_hostile_rows_of_figures_are_read_up_to_a_bound() -> None:
    assert len(quantities("7 " * 5_000)) == MOST_FIGURES


@pytest.mark.parametrize(
    ("one", "other"), [("120 minutes", "2 hours"), ("2 tonnes", "2000 kg"), ("1 TB", "1000 GB"), ("12 shops", "twelve")]
)
def test_equal_amounts_measure_alike_whatever_their_unit(one: str, other: str) -> None:
    assert quantities(one)[0].measure == quantities(other)[0].measure
