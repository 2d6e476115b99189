from dataclasses import replace

import pytest

from app.domain.text.job.finding import WantedJob, canonical_url, employer_key, is_remote, same_vacancies
from app.domain.text.job.page import JobPage
from app.domain.text.posting import Workplace

PAGE = JobPage(
    url="https://example.org/jobs/1",
    title="Senior Software Engineer (m/w/d) – Platform",
    company="Sturmvogel GmbH",
    location="München, Germany",
    text="You write C++ and Node.js, some C#, on .NET. We use asp.net, Java (not JavaScript) and R&D budgets.",
)


@pytest.mark.parametrize(
    "q",
    [
        "",
        "software engineer",
        "Software Engineers",
        "engineer platform",
        "c++",
        "c#",
        "node.js",
        ".net",
        "sturmvogel engineer",
        "munchen",
        "MÜNCHEN",
        "the software engineer",
        "r&d",
    ],
)
def test_what_stands_in_the_posting_is_found(q: str) -> None:
    assert WantedJob(q=q).fits(PAGE)


@pytest.mark.parametrize("q", ["golang", "c", "rust", "ios", "net engineer of hamburg", "c+++", "nurse software"])
def test_what_does_not_stand_there_is_not_found(q: str) -> None:
    assert not WantedJob(q=q).fits(PAGE)


def test_a_long_word_finds_what_goes_on_from_it() -> None:
    assert WantedJob(q="engineer").fits(JobPage(title="Head of Engineering"))
    assert WantedJob(q="nurses").fits(JobPage(title="Staff Nurse"))
    assert not WantedJob(q="art").fits(JobPage(title="Smart Start Article"))


def test_small_words_count_where_there_are_no_others() -> None:
    assert not WantedJob(q="the").fits(JobPage(title="Nurse"))
    assert WantedJob(q="nurse of the ward").fits(JobPage(title="Nurse", text="ward"))


@pytest.mark.parametrize(
    ("location", "remote", "place", "workplace", "fits"),
    [
        ("Munich", None, "München", None, False),
        ("Berlin", None, "Berlin, Germany", None, True),
        ("berlin germany", None, "Berlin, Germany", None, True),
        ("Berlin", None, "Hamburg", None, False),
        ("Berlin", None, None, "remote", True),
        ("Berlin", None, "Worldwide", "remote", True),
        ("Berlin", None, "Remote (US)", "remote", False),
        ("Berlin", None, "Remote, Germany; Berlin", "remote", True),
        ("remote", None, "Hamburg", None, True),
        ("", True, "Remote - Europe", None, True),
        ("", True, "Hamburg", None, False),
        ("", True, "Hamburg", "hybrid", False),
        ("", True, "Hamburg (Hybrid, remote two days)", None, False),
        ("", False, "Hamburg", None, True),
        ("", False, "Anywhere", None, False),
    ],
)
def test_place_and_arrangement(
    location: str, remote: bool | None, place: str | None, workplace: Workplace | None, fits: bool
) -> None:
    page = replace(PAGE, location=place, workplace=workplace)
    assert WantedJob(location=location, remote=remote).fits_place(page) is fits


def test_the_workplace_that_is_stated_wins_over_words() -> None:
    assert not is_remote(replace(PAGE, location="Remote", workplace="onsite"))


def test_the_share_of_the_title_is_what_stands_in_it() -> None:
    assert WantedJob(q="software engineer hamburg python").title_share(PAGE) == 0.5
    assert WantedJob(q="").title_share(PAGE) == 0.0


@pytest.mark.parametrize(
    "url",
    [
        "http://www.Example.org/jobs/1/",
        "https://example.org/jobs/1?utm_source=x&gh_src=abc",
        "https://example.org/jobs/1#apply",
        " https://user@example.org/jobs/1 ",
    ],
)
def test_addresses_of_one_page_are_one(url: str) -> None:
    assert canonical_url(url) == canonical_url("https://example.org/jobs/1")


def test_a_number_in_the_query_tells_pages_apart() -> None:
    assert canonical_url("https://example.org/?id=1") != canonical_url("https://example.org/?id=2")
    assert canonical_url("http://[broken") == "http://[broken"


@pytest.mark.parametrize(
    "name", ["Sturmvogel", "STURMVOGEL GmbH & Co. KG", "Sturmvogel, Inc.", "Sturmvogel Holding SE"]
)
def test_an_employer_is_known_without_its_legal_form(name: str) -> None:
    assert employer_key(name) == "sturmvogel"
    assert employer_key("SE") == "se"


def test_a_vacancy_that_two_boards_tell_is_one() -> None:
    told = [
        PAGE,
        replace(PAGE, url="https://other.example/1", company="Sturmvogel", location="München"),
        replace(PAGE, url="https://example.org/jobs/1?utm_source=other", title="Another heading"),
        replace(PAGE, url="https://other.example/2", location="Hamburg"),
        replace(PAGE, url="https://third.example/1", company="Another"),
    ]
    assert same_vacancies(told, ["a", "b", "c", "b", "b"]) == [[0, 1, 2], [3], [4]]


def test_one_board_lists_a_vacancy_for_two_towns_on_purpose() -> None:
    told = [PAGE, replace(PAGE, url="https://example.org/jobs/2", location=None)]
    assert same_vacancies(told, ["a", "a"]) == [[0], [1]]
    assert same_vacancies(told, ["a", "b"]) == [[0, 1]]


def test_postings_without_address_or_employer_stay_apart() -> None:
    bare = JobPage(title="Nurse")
    assert same_vacancies([bare, bare], ["a", "b"]) == [[0], [1]]
