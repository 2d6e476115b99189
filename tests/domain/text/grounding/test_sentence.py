from datetime import date
from time import perf_counter

import pytest

from app.domain.partial_date import partial_date
from app.domain.text.career import Career, Education, Experience, Skill
from app.domain.text.document import Verdict
from app.domain.text.grounding import FactIndex, PostingContext, verify_sentence
from app.domain.text.skills import lexicon

TODAY = date(2026, 11, 21)


def make_index() -> FactIndex:
    career = Career(
        id="p",
        full_name="Ines Kraft",
        experiences=[
            Experience(
                id="e1",
                title="Backend Engineer",
                company="Nordwind Logistics",
                start_date=partial_date("2019-03"),
                end_date=partial_date("2022-02"),
                achievements=[
                    "Reduced API latency by 40% by adding Redis caching",
                    "Helped migrate 12 services to Kubernetes",
                    "Planned to introduce tracing across teams",
                    "Built REST APIs with FastAPI for 1.2M users",
                    "Ran the release process without a staging environment",
                ],
            ),
            Experience(
                id="e2",
                title="Assistant Store Manager",
                company="Feinkost Becker",
                start_date=partial_date("2016"),
                end_date=partial_date("2019"),
                achievements=["Served 150 guests a day", "Supervised 4 cashiers"],
            ),
        ],
        education=[Education(id="d1", institution="TU Graz", degree="BSc", field_of_study="Physics")],
        skills=[Skill(id="s1", name="FastAPI")],
    )
    return FactIndex(career, lexicon(), today=TODAY)


def verdict(text: str, *sources: str, letter: bool = False) -> tuple[Verdict, set[str]]:
    found, reasons = verify_sentence(
        text,
        sources,
        make_index(),
        lexicon(),
        document_type="cover_letter" if letter else "resume",
        context=PostingContext(company="Globex", title="Platform Engineer") if letter else None,
        language="en",
    )
    return found, {reason.kind for reason in reasons}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Cut API latency by 40 percent through Redis caching", ["e1:achievements:0"]),
        ("Added Redis caching, reducing API latency by forty percent", ["e1:achievements:0"]),
        ("Assisted in migrating twelve services to K8s", ["e1:achievements:1"]),
        ("Developed Python APIs for 1,200,000 users", ["e1:achievements:3"]),
        ("Backend Engineer with 3 years of experience", ["e1:title"]),
        ("Served over 100 guests daily", ["e2:achievements:0"]),
        ("Python", ["s1:name"]),
        ("Assistant Store Manager at Feinkost Becker from 2016 to 2019", ["e2:title"]),
    ],
)
def test_an_honest_rewording_is_grounded(text: str, sources: list[str]) -> None:
    assert verdict(text, *sources) == ("grounded", set())


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("Reduced API latency by 45% by adding Redis caching", "e1:achievements:0", "number"),
        ("Reduced API latency by 40 percentage points by adding Redis caching", "e1:achievements:0", "unit"),
        ("Served 40% more guests a day", "e2:achievements:0", "number"),
        ("Migrated 12 services to Kubernetes", "e1:achievements:1", "verb"),
        ("Introduced tracing across teams", "e1:achievements:2", "plan"),
        ("Built REST APIs with Django for 1.2M users", "e1:achievements:3", "skill"),
        ("Backend Engineer with 6 years of experience", "e1:title", "duration"),
        ("Ran the release process with a staging environment", "e1:achievements:4", "negation"),
        ("Store Manager at Feinkost Becker", "e2:title", "title"),
        ("Single-handedly served 150 guests a day", "e2:achievements:0", "scope"),
        ("Served 150 guests a day in 2021", "e2:achievements:0", "date"),
        ("MSc in Physics, TU Graz", "d1:degree", "degree"),
        ("Supervised 4 cashiers", "e9:achievements:0", "source"),
        ("Supervised 4 cashiers, which led to happier guests", "e2:achievements:1", "cause"),
    ],
)
def test_a_fabrication_is_ungrounded_for_its_reason(text: str, source: str, kind: str) -> None:
    found, kinds = verdict(text, source)

    assert (found, kind in kinds) == ("ungrounded", True)


def test_courtesy_needs_no_source() -> None:
    assert verdict("I am applying for the Platform Engineer position at Globex.", letter=True) == ("grounded", set())


def test_a_claim_without_a_source_is_ungrounded() -> None:
    assert verdict("I led the platform group at Globex for years.", letter=True)[0] == "ungrounded"


@pytest.mark.parametrize(
    "text", ["from 1 to 2 " * 150, "not one " * 240, "1," * 900, "ab-" * 600, "9" * 1900, "word " * 20_000]
)
def test_hostile_text_is_refused_or_settled_at_once(text: str) -> None:
    started = perf_counter()

    found, _ = verdict(text, "e1:achievements:0")

    assert (found == "grounded", perf_counter() - started < 20) == (False, True)


def test_the_end_of_current_work_may_be_cited_though_it_has_none() -> None:
    career = Career(
        id="p", experiences=[Experience(id="e1", title="Cook", start_date=partial_date("2020"), is_current=True)]
    )
    index = FactIndex(career, lexicon(), today=TODAY)
    sources = ["e1:title", "e1:start_date", "e1:end_date"]

    assert verify_sentence("Cook since 2020", sources, index, lexicon(), document_type="resume") == ("grounded", [])
