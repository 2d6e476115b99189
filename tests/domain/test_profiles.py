"""What a profile promises about its items."""

import pytest

from app.domain.errors import NotFoundError, ValidationError
from app.domain.ids import uuid7
from app.domain.partial_date import partial_date
from app.domain.profiles import (
    MOST_ITEMS,
    EndBeforeStartError,
    ProfileVersion,
    TooManyItemsError,
    take_out_impossible_periods,
)
from app.domain.text.career import Career, Experience, Skill
from tests.builders import NOON, make_profile


def test_an_added_item_is_last_and_gets_an_id() -> None:
    profile = make_profile(uuid7())
    item = profile.add_item("experiences", {"title": "CTO", "start_date": partial_date("2024")})
    assert isinstance(item, Experience)
    assert profile.experiences[-1] is item
    assert (item.title, item.is_current, len(item.id)) == ("CTO", True, 36)


def test_a_change_touches_the_given_fields_alone() -> None:
    profile = make_profile(uuid7())
    before = profile.experiences[1]
    expected = Experience(
        id=before.id,
        title="Engineer II",
        company="Kelp Labs",
        start_date=partial_date("2016"),
        end_date=partial_date("2019"),
        achievements=list(before.achievements),
    )
    assert profile.change_item("experiences", before.id, {"title": "Engineer II"}) == expected
    reopened = profile.change_item("experiences", before.id, {"end_date": None})
    assert isinstance(reopened, Experience)
    assert reopened.is_current
    ended = profile.change_item("experiences", before.id, {"end_date": partial_date("2020-02")})
    assert isinstance(ended, Experience)
    assert not ended.is_current


@pytest.mark.parametrize("component", ["experiences", "education", "projects"])
def test_a_period_that_ends_before_it_starts_is_refused(component: str) -> None:
    profile = make_profile(uuid7())
    dates = {"start_date": partial_date("2020-05"), "end_date": partial_date("2020-04")}
    with pytest.raises(EndBeforeStartError):
        profile.add_item(component, dates)  # type: ignore[arg-type]


def test_unknown_items_are_not_found() -> None:
    profile = make_profile(uuid7())
    elsewhere = profile.experiences[0].id
    for act in (
        lambda: profile.item("skills", elsewhere),
        lambda: profile.change_item("skills", elsewhere, {}),
        lambda: profile.remove_item("skills", elsewhere),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_an_order_names_every_item_exactly_once() -> None:
    profile = make_profile(uuid7())
    python, postgres, swedish = [skill.id for skill in profile.skills]
    profile.order_items("skills", [swedish, python, postgres])
    assert [skill.name for skill in profile.skills] == ["Swedish", "Python", "PostgreSQL"]
    for ids in ([], [python], [python, postgres, swedish, swedish], [python, python, postgres], [python, postgres, ""]):
        with pytest.raises(ValidationError):
            profile.order_items("skills", ids)
    assert [skill.name for skill in profile.skills] == ["Swedish", "Python", "PostgreSQL"]


def test_a_component_does_not_grow_without_end() -> None:
    profile = make_profile(uuid7(), skills=[Skill(name=str(n)) for n in range(MOST_ITEMS["skills"])])
    with pytest.raises(TooManyItemsError):
        profile.add_item("skills", {"name": "one more"})


def test_items_that_replace_others_keep_the_ids_the_profile_knows() -> None:
    profile = make_profile(uuid7())
    python, postgres, _ = profile.skills
    stolen = profile.experiences[0].id
    names_and_ids = [("A", postgres.id), ("B", ""), ("Twice", postgres.id), ("Foreign", stolen), ("C", python.id)]
    skills = [Skill(name=name, id=item_id) for name, item_id in names_and_ids]
    profile.replace({"headline": "Diver", "skills": skills})
    assert (profile.headline, profile.skills[0].id, profile.skills[4].id) == ("Diver", postgres.id, python.id)
    ids = [skill.id for skill in profile.skills]
    assert (len(set(ids)), all(ids), stolen in ids) == (5, True, False)


def test_items_are_put_in_an_order_that_names_each_once() -> None:
    profile = make_profile(uuid7())
    first, second = (item.id for item in profile.experiences)
    profile.order_items("experiences", [second, first])
    assert [item.id for item in profile.experiences] == [second, first]
    for wrong in ([first], [first, first], [first, second, "x"]):
        with pytest.raises(ValidationError):
            profile.order_items("experiences", wrong)


def test_a_version_names_the_profile_and_counts_its_changes() -> None:
    profile = make_profile(uuid7())
    first = ProfileVersion.of(profile)
    profile.touch(NOON)
    second = ProfileVersion.of(profile)
    assert (first.profile_id, first.user_id) == (profile.id, profile.user_id)
    assert (second.version, second.created_at) == (first.version + 1, NOON)
    assert second.career == profile.career()


def test_dates_that_end_before_they_start_are_taken_out_and_told() -> None:
    career = Career(
        experiences=[
            Experience(title="Cook", start_date=partial_date("2020"), end_date=partial_date("2019-12")),
            Experience(title="Chef", start_date=partial_date("2020"), end_date=partial_date("2020-03")),
        ],
        skills=[Skill(name="Wine")],
    )
    assert take_out_impossible_periods(career) == ["experiences.0: 2020 – 2019-12"]
    assert [(job.start_date, job.end_date) for job in career.experiences] == [(None, None), ("2020", "2020-03")]
