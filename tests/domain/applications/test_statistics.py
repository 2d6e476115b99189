"""Statistics over a known history."""

from datetime import timedelta

from app.domain.applications import Application, ApplicationEvent, ApplicationStatus, JobSummary, application_stats
from app.domain.applications.statistics import NOT_ENOUGH, Conversion, ResponseRate, Share, StageTime
from app.domain.ids import uuid7
from tests.builders import NOON

OWNER = uuid7()


def make(source: str) -> Application:
    job = JobSummary(
        id=uuid7(), title="Cook", company=None, location=None, source=source, status="active", job_url=None,
        application_deadline=None,
    )  # fmt: skip
    return Application(user_id=OWNER, job_id=job.id, job=job, saved_at=NOON, created_at=NOON, updated_at=NOON)


def walk(application: Application, *steps: tuple[ApplicationStatus, int]) -> list[ApplicationEvent]:
    events = []
    for status, day in steps:
        at = NOON + timedelta(days=day)
        event = application.move_to(status, at, now=at)
        assert event is not None
        events.append(event)
    return events


def test_a_funnel_counts_what_was_reached_and_not_where_it_stands() -> None:
    applications = [make("board") for _ in range(5)] + [make("friend")]
    history = [event for one in applications[:3] for event in walk(one, ("applied", 2), ("rejected", 12))]
    history += walk(applications[3], ("applied", 1), ("interviewing", 5), ("offer", 9))
    history += walk(applications[4], ("applied", 3), ("closed", 4))
    sent = [
        ApplicationEvent(
            user_id=OWNER, application_id=one.id, kind="document_sent", title="Resume", occurred_at=NOON,
            document_id=uuid7(), document_type="resume", version_number=2, created_at=NOON, updated_at=NOON,
        )
        for one in applications[:5]
    ]  # fmt: skip
    stats = application_stats(applications, [*sent, *history], now=NOON + timedelta(days=20))
    assert [stage.count for stage in stats.funnel] == [6, 5, 1, 1]
    assert [stage.count for stage in stats.by_status] == [1, 0, 0, 1, 3, 1]
    assert stats.conversion[0] == Conversion(
        from_stage="interested", to_stage="applied", share=Share(count=5, total=6, value=0.8333, note=None)
    )
    assert stats.conversion[1].share == Share(count=1, total=5, value=0.2, note=None)
    assert stats.conversion[2].share == Share(count=1, total=1, value=None, note=NOT_ENOUGH)
    assert stats.time_in_status[0] == StageTime(status="interested", count=5, median_days=2.0, note=None)
    assert stats.time_in_status[2] == StageTime(status="interviewing", count=1, median_days=None, note=NOT_ENOUGH)
    four_of_five = Share(count=4, total=5, value=0.8, note=None)
    assert stats.by_source == (ResponseRate(name="board", share=four_of_five),)
    assert stats.by_resume_version == (ResponseRate(name="Resume (version 2)", share=four_of_five),)
    assert [(week.name, week.share.total) for week in stats.by_week] == [("2026-W11", 1), ("2026-W12", 4)]


def test_a_step_back_to_the_start_takes_the_way_back() -> None:
    application = make("board")
    history = walk(application, ("offer", 1), ("interested", 2))
    stats = application_stats([application], history, now=NOON)
    assert ([stage.count for stage in stats.funnel], stats.response_rate.total) == ([1, 0, 0, 0], 0)


def test_days_count_what_was_done_and_not_what_is_to_come() -> None:
    application = make("board")
    history = walk(application, ("applied", 1), ("interviewing", 1), ("offer", 3))
    stats = application_stats([application], history, now=NOON + timedelta(days=2))
    today = NOON.date()
    assert [(one.day, one.count) for one in stats.by_day] == [(today, 1), (today + timedelta(days=1), 2)]
