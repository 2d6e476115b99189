from dataclasses import replace
from random import Random

import pytest

from app.domain.text.career import Experience, Skill
from app.domain.text.compose import original_content
from app.domain.text.match import match_career, match_content, total
from app.domain.text.match.report import FactEvidence, MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon
from tests.domain.text.match.builders import (
    SKILLS,
    TODAY,
    keyword,
    make_career,
    make_posting,
    random_career,
    random_posting,
)

LEXICON = lexicon()
FIVE = tuple(keyword(name) for name in ("FastAPI", "Kafka", "Python", "Docker", "Kubernetes"))


def match(posting: Posting, **overrides: object) -> MatchReport:
    return match_career(make_career(**overrides), posting, LEXICON, today=TODAY)


def points(report: MatchReport) -> dict[str, tuple[float, float]]:
    return {part.name: (part.score, part.maximum) for part in report.parts}


def test_the_parts_are_the_score() -> None:
    report = match(make_posting(*FIVE, keyword("Terraform", required=False)))
    assert points(report) == {
        "required_skills": (39.5, 48.6),
        "preferred_skills": (0.0, 3.4),
        "experience": (19.0, 19.0),
        "role_fit": (14.0, 14.0),
        "education": (5.0, 5.0),
        "presentation": (5.9, 10.0),
    }


@pytest.mark.parametrize("seed", range(4))
def test_sums_are_exact_and_within_bounds_for_any_career_and_posting(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - reproducible cases
    for _ in range(500):
        career, posting = random_career(random), random_posting(random)
        report = match_career(career, posting, LEXICON, today=TODAY)
        tenths = [(round(part.score * 10), round(part.maximum * 10)) for part in report.parts]
        assert sum(maximum for _, maximum in tenths) == 1000
        assert all(0 <= score <= maximum for score, maximum in tenths)
        assert report.score == (sum(score for score, _ in tenths) + 5) // 10
        assert 0 <= report.score <= report.ceiling <= 100
        assert [change.gain for change in report.changes] == sorted((one.gain for one in report.changes), reverse=True)
        assert not any(change.keyword in report.missing_keywords for change in report.changes)


def test_adding_a_skill_that_is_asked_never_lowers_the_score() -> None:
    random = Random(11)  # noqa: S311 - reproducible cases
    for _ in range(400):
        career, posting = random_career(random), random_posting(random)
        before = match_career(career, posting, LEXICON, today=TODAY)
        career.skills.append(Skill(id="new", name=random.choice(SKILLS)))
        after = match_career(career, posting, LEXICON, today=TODAY)
        assert total(after) >= total(before)


def test_the_order_of_skills_keywords_and_roles_makes_no_difference() -> None:
    random = Random(12)  # noqa: S311 - reproducible cases
    for _ in range(200):
        career, posting = random_career(random), random_posting(random)
        before = match_career(career, posting, LEXICON, today=TODAY)
        random.shuffle(career.skills)
        random.shuffle(career.experiences)
        shuffled = list(posting.parsed_keywords)
        random.shuffle(shuffled)
        after = match_career(career, replace(posting, parsed_keywords=tuple(shuffled)), LEXICON, today=TODAY)
        assert [(part.name, part.score) for part in after.parts] == [(part.name, part.score) for part in before.parts]
        assert after.missing_keywords == before.missing_keywords


def test_repeating_skills_statements_and_keywords_earns_nothing() -> None:
    posting = make_posting(*FIVE, keyword("Terraform"))
    once = match(posting)
    career = make_career()
    career.skills += [Skill(id=f"again{number}", name="Docker") for number in range(20)]
    career.experiences[0].achievements += career.experiences[0].achievements
    repeated = replace(posting, parsed_keywords=posting.parsed_keywords * 3)
    again = match_career(career, repeated, LEXICON, today=TODAY)
    assert again.parts == once.parts


def test_a_posting_that_says_nothing_earns_nothing() -> None:
    report = match(Posting(description="We look for great people."))
    assert (report.score, report.ceiling, report.band) == (0, 0, "poor")
    assert report.parts[0].explanation.startswith("The posting names no required skills")


def test_a_vague_posting_cannot_reach_what_a_specific_one_can() -> None:
    specific = match(make_posting(*FIVE))
    vague = match(make_posting(keyword("Python")))
    assert vague.score < specific.score
    assert vague.ceiling < 60
    assert "so few skills" in vague.parts[0].explanation


def test_what_is_not_asked_goes_to_the_skills() -> None:
    report = match(make_posting(*FIVE, education_level=None, seniority=None, years_experience=None))
    assert points(report)["required_skills"][1] == 74.0


def test_longer_resumes_earn_nothing() -> None:
    posting = make_posting(*FIVE)
    career = make_career()
    career.experiences[0].achievements += [f"Attended meeting number {number}" for number in range(30)]
    career.skills += [Skill(id=f"x{number}", name=f"Hobby {number}") for number in range(30)]
    assert total(match_career(career, posting, LEXICON, today=TODAY)) < total(match(posting))


def test_required_skills_weigh_more_than_preferred_ones() -> None:
    both = (*FIVE[:4], keyword("Terraform"), keyword("Ansible", required=False))
    missing_must = match(make_posting(*both), skills=[Skill(id="a", name="Ansible")])
    missing_nice = match(make_posting(*both), skills=[Skill(id="a", name="Terraform")])
    assert total(missing_nice) - total(missing_must) > 3


def test_alternatives_count_once() -> None:
    group = (keyword("Kafka", either_or="queue"), keyword("RabbitMQ", either_or="queue"))
    report = match(make_posting(*FIVE[2:], *group))
    alone = match(make_posting(*FIVE[2:], keyword("Kafka")))
    assert points(report) == points(alone)
    assert "RabbitMQ" not in report.missing_keywords
    neither = (keyword("Pulsar", either_or="queue"), keyword("RabbitMQ", either_or="queue"))
    assert match(make_posting(*FIVE, *neither)).missing_keywords == ("Apache Pulsar or RabbitMQ",)


def test_evidence_names_the_fact_and_the_span() -> None:
    report = match(make_posting(keyword("Kafka"), keyword("Kubernetes"), keyword("Rust")))
    by_name = {one.keyword: one for one in report.keywords}
    assert by_name["Kafka"].profile_evidence == (FactEvidence("w1:achievements:2", 19, 24, "Kafka"),)
    assert by_name["Kubernetes"].profile_evidence == (FactEvidence("s3:name", 0, 3, "k8s"),)
    assert [one.status for one in report.keywords] == ["shown", "shown", "missing"]


def test_what_a_skill_implies_counts_in_part_and_says_so() -> None:
    report = match(make_posting(keyword("Python")), skills=[], professional_summary="")
    (python,) = report.keywords
    assert (python.status, python.via) == ("implied", "FastAPI")
    assert report.missing_keywords == ()
    named = next(change for change in report.changes if change.keyword == "Python")
    assert named.action == "Name Python among your skills: FastAPI in Backend Engineer at Acme already implies it."


def test_work_counts_more_than_a_bare_list() -> None:
    posting = make_posting(*FIVE[:4], keyword("Terraform"))
    listed = match(posting, skills=[Skill(id="a", name="Terraform")])
    career = make_career(skills=[])
    career.experiences[0].achievements.append("Described all servers in Terraform")
    assert total(match_career(career, posting, LEXICON, today=TODAY)) > total(listed)


def test_a_name_the_lexicon_does_not_know_is_found_as_a_whole_word() -> None:
    career = make_career(skills=[Skill(id="a", name="Zorblax 9000"), Skill(id="b", name="Frobnicators")])
    posting = make_posting(keyword("zorblax 9000"), keyword("Frobnicator"))
    report = match_career(career, posting, LEXICON, today=TODAY)
    assert report.matched_keywords == ("zorblax 9000",)


def test_years_of_one_skill_are_held_against_the_roles_that_show_it() -> None:
    enough = match(make_posting(*FIVE[1:], keyword("FastAPI", min_years=3)))
    short = match(make_posting(*FIVE[1:], keyword("FastAPI", min_years=12)))
    assert total(short) < total(enough)


def test_languages_count_by_entry_or_by_the_language_of_the_text() -> None:
    german, english = keyword("German", category="language"), keyword("English", category="language")
    career = make_career()
    career.experiences[0].description = "I was responsible for the design of the services and for the people who " * 4
    report = match_career(career, make_posting(*FIVE, german, english), LEXICON, today=TODAY)
    assert points(report)["languages_certifications"] == (4.5, 5.0)
    assert {one.keyword: one.status for one in report.keywords if one.category == "language"} == {
        "German": "shown",
        "English": "implied",
    }


def test_equivalent_experience_stands_in_for_a_degree_only_where_the_posting_says_so() -> None:
    assert points(match(make_posting(*FIVE, education_level="phd")))["education"] == (1.0, 5.0)


def test_related_years_count_in_full_and_others_in_part() -> None:
    waiter = Experience(id="w", title="Waiter", company="Cafe", start_date=None, end_date=None)
    career = make_career(experiences=[waiter])
    report = match_career(career, make_posting(*FIVE), LEXICON, today=TODAY)
    assert points(report)["experience"] == (0.0, 19.0)
    assert "no usable dates" in next(part.explanation for part in report.parts if part.name == "experience")


def test_the_untailored_document_scores_as_the_profile_does() -> None:
    random = Random(13)  # noqa: S311 - reproducible cases
    for _ in range(100):
        career, posting = random_career(random), random_posting(random)
        document = match_content(original_content(career), career, posting, LEXICON, today=TODAY)
        assert document.parts == match_career(career, posting, LEXICON, today=TODAY).parts


def test_a_document_earns_nothing_with_a_skill_the_profile_cannot_back() -> None:
    career, posting = make_career(), make_posting(*FIVE, keyword("Terraform"))
    boastful = original_content(make_career(skills=[*career.skills, Skill(id="lie", name="Terraform")]))
    report = match_content(boastful, career, posting, LEXICON, today=TODAY)
    assert report.missing_keywords == ("Terraform",)
    assert total(report) == total(match_career(career, posting, LEXICON, today=TODAY))


def test_relevant_statements_first_is_worth_points() -> None:
    career, posting = make_career(), make_posting(*FIVE)
    content = original_content(career)
    before = match_content(content, career, posting, LEXICON, today=TODAY)
    content.sections[1].items[0].sentences.sort(key=lambda one: "party" in one.text)
    after = match_content(content, career, posting, LEXICON, today=TODAY)
    assert round(total(after) - total(before), 1) == 0.9
    assert after.score <= after.ceiling


def test_evidence_of_a_document_names_its_path() -> None:
    career, posting = make_career(), make_posting(keyword("Kafka"))
    report = match_content(original_content(career), career, posting, LEXICON, today=TODAY)
    assert report.keywords[0].profile_evidence == (FactEvidence("sections/1/items/0/sentences/2", 19, 24, "Kafka"),)


def test_the_same_input_gives_the_same_report() -> None:
    posting = make_posting(*FIVE, keyword("Terraform", required=False))
    assert match(posting) == match(posting)


def test_skills_that_need_the_same_done_are_named_in_one_change() -> None:
    changes = match(make_posting(*FIVE)).changes
    assert [(change.action, change.keyword) for change in changes[:2]] == [
        ("Add statements that show Kubernetes and Docker at work or in projects; so far they are only listed.", None),
        ("Name FastAPI and Kafka among your skills as well; your statements show them.", None),
    ]
    assert all(change.gain > 0 for change in changes)


def test_a_title_speaks_for_its_trade() -> None:
    designer = Experience(id="w", title="Senior Glass Designer", company="Acme")
    report = match(make_posting(keyword("Glass Design"), keyword("Recruiting")), experiences=[designer])
    assert {one.keyword: (one.status, one.via) for one in report.keywords} == {
        "Glass Design": ("implied", "Senior Glass Designer"),
        "Recruiting": ("missing", None),
    }


def test_an_intern_is_far_from_a_senior_post_that_states_no_years() -> None:
    intern = Experience(id="w", title="Backend Intern", company="Acme", achievements=["Built a FastAPI service"])
    posting = make_posting(*FIVE, years_experience=None)
    report = match_career(make_career(experiences=[intern], headline=""), posting, LEXICON, today=TODAY)
    assert points(report)["role_fit"][0] < 12
    assert points(report)["role_fit"][1] == 26.0


def test_a_list_longer_than_anyone_has_is_measured_by_its_weightiest() -> None:
    held = [keyword(f"Tool {number}") for number in range(15)]
    lacked = [keyword(f"Thing {number}", weight=0.5) for number in range(30)]
    career = make_career(skills=[Skill(id=f"t{number}", name=f"Tool {number}") for number in range(15)])
    short = match_career(career, make_posting(*held), LEXICON, today=TODAY)
    long = match_career(career, make_posting(*held, *lacked), LEXICON, today=TODAY)
    assert points(long)["required_skills"] == points(short)["required_skills"]
    assert len(long.missing_keywords) == 30


def test_what_was_denied_is_suggested_no_more_and_changes_no_point() -> None:
    posting = make_posting(
        *FIVE, keyword("Rust"), keyword("Terraform", required=False), keyword("AWS", either_or="cloud"),
        keyword("Azure", either_or="cloud"), keyword("Polish", category="language"),
    )  # fmt: skip
    career = make_career()
    before = match_career(career, posting, LEXICON, today=TODAY)
    denied = ("rust", "TERRAFORM", "AWS", "Polish", "Kafka", "Docker")
    after = match_career(career, posting, LEXICON, today=TODAY, denied=denied)
    assert (after.parts, after.ceiling, after.missing_keywords) == (
        before.parts,
        before.ceiling,
        before.missing_keywords,
    )
    assert {one.keyword for one in after.keywords if one.denied} == {
        "Rust", "Terraform", "AWS", "Polish", "Kafka", "Docker"
    }  # fmt: skip
    assert after.denied_gaps == (
        "Rust (required) is not shown; you said that you do not have it.",
        "Polish (required) is not shown; you said that you do not have it.",
        "Terraform (preferred) is not shown; you said that you do not have it.",
    )
    assert [gap for gap in after.gaps if "Azure" in gap]
    told = " ".join((*after.gaps, *(change.action for change in after.changes)))
    assert not [name for name in ("Rust", "Terraform", "Polish", "Kafka", "Docker") if name in told]
    assert all(name in " ".join(change.action for change in before.changes) for name in ("Kafka", "Docker"))
    assert {one.replace(";", ".").split(".")[0] for one in before.gaps} == {
        one.replace(";", ".").split(".")[0] for one in (*after.gaps, *after.denied_gaps)
    }
    both = match_career(career, posting, LEXICON, today=TODAY, denied=(*denied, "Azure")).denied_gaps
    assert [gap for gap in both if gap.endswith("you said that you do not have any of them.")]
