"""Places, and where they end in a line."""

import pytest

from app.domain.text.resume.places import around_place, city_of, cut_place, place_score


@pytest.mark.parametrize(
    "text",
    [
        "Berlin", "Berlin, Germany", "San Jose, CA", "Palo Alto CA", "50667 Köln", "D-50667 Köln", "Greater Boston",
        "San Francisco Bay Area", "Remote", "Paris (hybrid)", "Toronto, ON", "Austin, Texas, USA", "São Paulo/SP",
        "London, United Kingdom", "东京都", "Leeds, LS1 4AB, UK", "12345 Xanadu",
    ],
)  # fmt: skip
def test_a_place_is_known_as_one(text: str) -> None:
    assert place_score(text) >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "", "Engineer", "ada@example.com", "Acme Inc.", "Senior Engineer, Berlin", "2019", "Led a team, then left",
        "One, two, three, four, five, six", "Mr. Smith et al. others, Berlin", "x" * 71,
    ],
)  # fmt: skip
def test_other_words_are_no_place(text: str) -> None:
    assert place_score(text) < 0.8


@pytest.mark.parametrize("text", ["College Town, CA", "Roseville, Xyzland County", "Kaiser Permanente, Roseville, CA"])
def test_what_may_be_a_place_is_half_one(text: str) -> None:
    assert 0 <= place_score(text) <= 0.5


@pytest.mark.parametrize(
    ("text", "rest", "place"),
    [
        ("Northwind, Berlin", "Northwind", "Berlin"),
        ("Northwind, San Jose, CA", "Northwind", "San Jose, CA"),
        ("Northwind, Austin, Texas, USA", "Northwind", "Austin, Texas, USA"),
        ("Berlin, Germany, Northwind", "Northwind", "Berlin, Germany"),
        ("Northwind Technology. San Jose, California", "Northwind Technology", "San Jose, California"),
        ("Northwind (Berlin)", "Northwind", "Berlin"),
        ("Northwind in Berlin", "Northwind", "Berlin"),
        ("University of California, Berkeley", "University of California, Berkeley", ""),
        ("Berlin", "", "Berlin"),
        ("a, b, c, d, e, f, g, h, Berlin", "a, b, c, d, e, f, g, h, Berlin", ""),
        ("Northwind GmbH, us", "Northwind GmbH, us", ""),
        ("Northwind GmbH, US", "Northwind GmbH", "US"),
        ("Northwind, Greater Boston", "Northwind", "Greater Boston"),
    ],
)
def test_a_place_is_cut_off_a_line(text: str, rest: str, place: str) -> None:
    assert cut_place(text) == (rest, place)


def test_a_place_inside_a_line_parts_it() -> None:
    assert around_place("Northwind, San Jose, CA, Sales Engineer") == ("Northwind", "San Jose, CA", "Sales Engineer")
    assert around_place("Northwind, sales, marketing, and more") == ("", "", "")


@pytest.mark.parametrize(
    ("address", "city"),
    [
        ("12 Mill Lane, Leeds, UK", "Leeds, UK"),
        ("123 Main Street Springfield, IL", "Springfield, IL"),
        ("Lindenweg 4, 50667 Köln", "50667 Köln"),
        ("Calle Mayor 3, 2º B, Madrid", "Madrid"),
        ("Flat 4, Leeds", "Leeds"),
        ("Leeds, UK", "Leeds, UK"),
    ],
)
def test_street_and_house_are_left_out_of_an_address(address: str, city: str) -> None:
    assert city_of(address) == city
