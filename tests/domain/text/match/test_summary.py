"""What a career comes to."""

from datetime import date

from app.domain.ids import uuid7
from app.domain.partial_date import partial_date
from app.domain.text.career import Career, Education, Experience, Skill, facts
from app.domain.text.match.summary import CareerTotals, summarize
from app.domain.text.skills import lexicon
from tests.builders import make_profile

TODAY = date(2026, 3, 14)


def test_overlapping_roles_count_once() -> None:
    career = Career(
        experiences=[
            Experience(title="Nurse", start_date=partial_date("2020-01"), end_date=partial_date("2021-12")),
            Experience(title="Tutor", start_date=partial_date("2021-01"), is_current=True),
            Experience(title="Volunteer"),
        ]
    )
    found = summarize(career, lexicon(), today=TODAY)
    assert (found.years_of_experience, found.current_titles) == (6.2, ("Tutor",))


def test_a_summary_names_its_evidence_by_fact() -> None:
    career = make_profile(uuid7()).career()
    career.skills.append(Skill(id="c1", category="certification", name="CKA"))
    career.skills.append(Skill(id="s9", name="Zorblax flow"))
    found = summarize(career, lexicon(), today=TODAY)
    assert found.totals == CareerTotals(2, 1, 1, 3, 0, 1, 1, 3)
    assert (found.education_level, found.languages, found.certifications) == ("master", ("Swedish (native)",), ("CKA",))
    known = facts(career)
    for skill in found.top_skills:
        assert skill.evidence
        for shown in skill.evidence:
            assert known[shown.fact_id].text[shown.start : shown.end] == shown.text
    by_name = {skill.name: skill for skill in found.top_skills}
    python = by_name["Python"]
    assert (python.in_use, python.listed, python.years) == (True, True, 9.8)
    assert python.evidence[0].fact_id == f"{career.experiences[1].id}:achievements:0"
    assert (by_name["Zorblax flow"].in_use, by_name["Zorblax flow"].years) == (False, 0.0)
    assert {"Swedish", "CKA"}.isdisjoint(by_name)
    names = [skill.name for skill in found.top_skills]
    assert names.index("Python") < names.index("RabbitMQ") < names.index("Zorblax flow")


def test_an_empty_career_comes_to_nothing() -> None:
    found = summarize(Career(), lexicon(), today=TODAY)
    assert (found.totals, found.years_of_experience, found.top_skills) == (CareerTotals(*[0] * 8), 0.0, ())


def test_a_degree_still_to_be_finished_is_not_held() -> None:
    career = Career(education=[Education(degree="MSc", end_date=partial_date("2027")), Education(degree="BSc")])
    assert summarize(career, lexicon(), today=TODAY).education_level == "bachelor"
