from dataclasses import replace

import pytest

from app.domain.text.job import parse_posting
from app.domain.text.job.second_reading import open_fields, with_quotes
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon

TEXT = """Come and make bread with us!

Bakkerij Jansen is a family house. Our shop stands in the middle of Hoorn, and you come to us four days a week. We would
like to welcome an experienced hand at the ovens, our next head of the bakehouse, who knows the lamination of dough and,
better still, sourdough keeping. You will show two younger colleagues the trade, and order flour with Exact Online.
"""
SAID = {
    "title": "head of the bakehouse",
    "company": "Bakkerij Jansen",
    "location": "Hoorn",
    "workplace": "you come to us",
    "seniority": "experienced hand",
    "required_skills": [
        "lamination of dough",
        "Exact Online",
        "Python",
        "experienced hand at the ovens, our next head",
    ],
    "preferred_skills": ["sourdough keeping", "lamination of dough", 7],
}


def unread(**changes: object) -> Posting:
    posting = replace(parse_posting(TEXT, lexicon()), title=None, company=None, location=None, parsed_keywords=())
    return replace(posting, uncertain=(), **changes)  # type: ignore[arg-type]


def test_quotes_of_the_posting_fill_what_stayed_open() -> None:
    posting = with_quotes(unread(), SAID, lexicon())
    assert (posting.title, posting.company, posting.location) == ("head of the bakehouse", "Bakkerij Jansen", "Hoorn")
    assert (posting.workplace, posting.seniority) == (None, None)
    assert [(one.keyword, one.required) for one in posting.parsed_keywords] == [
        ("lamination of dough", True),
        ("Exact Online", True),
        ("sourdough keeping", False),
    ]
    for keyword in posting.parsed_keywords:
        (span,) = keyword.evidence
        assert posting.description[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "quote",
    ["Head Of The Bakehouse", "baker", "head of the bakehous", "ead of the bakehouse", "", " ", 3, None, "!", "x" * 200,
     "with us!\n\nBakkerij"],
)  # fmt: skip
def test_what_is_not_in_the_posting_letter_for_letter_is_left_out(quote: object) -> None:
    assert with_quotes(unread(), {**SAID, "title": quote}, lexicon()).title is None


def test_what_was_read_surely_stands() -> None:
    posting = unread(title="Baker", company="Jansen")
    assert open_fields(posting) == ("keywords", "location", "workplace", "seniority")
    done = with_quotes(posting, SAID, lexicon())
    assert (done.title, done.company, done.location) == ("Baker", "Jansen", "Hoorn")


def test_an_unsure_field_is_sure_once_it_is_quoted() -> None:
    posting = replace(unread(title="Hand"), uncertain=("title", "company"))
    done = with_quotes(posting, SAID, lexicon())
    assert (done.title, done.uncertain) == ("head of the bakehouse", ())


def test_the_words_for_workplace_and_level_become_their_kind() -> None:
    text = TEXT + "\nThis is a senior position, partly hybrid."
    posting = replace(unread(), description=text)
    done = with_quotes(posting, {"workplace": "partly hybrid", "seniority": "senior position"}, lexicon())
    assert (done.workplace, done.seniority, done.remote) == ("hybrid", "senior", False)


def test_a_posting_that_is_read_or_short_leaves_nothing_open() -> None:
    keywords = with_quotes(unread(), SAID, lexicon()).parsed_keywords
    assert open_fields(unread(title="Baker", company="Jansen", parsed_keywords=keywords)) == ()
    assert open_fields(replace(unread(), description="Baker wanted")) == ()
