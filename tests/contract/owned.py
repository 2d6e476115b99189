"""One entity of every owned repository, for the sentences that hold for all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.analyses import Analysis
from app.domain.applications import ApplicationContact, ApplicationEvent, ApplicationReminder
from app.domain.interviews import InterviewAnswer, InterviewPrep
from app.domain.notifications import News, Notification
from app.domain.repository import IOwnedRepository
from app.domain.reusable_answers import ReusableAnswer
from app.domain.saved_searches import SavedSearch, SavedSearchHit
from app.domain.saved_views import SavedView
from app.domain.tailoring import TailoringSession
from app.domain.text.interview import feedback as interview
from app.domain.text.interview.model import InterviewQuestion
from app.domain.text.interview.outline import Outliner
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory
from tests.builders import (
    NOON,
    make_application,
    make_career,
    make_document,
    make_generation,
    make_job,
    make_llm_call,
    make_profile,
    make_resume,
    make_user,
)

TIMES: dict[str, Any] = {"created_at": NOON, "updated_at": NOON}


@dataclass(frozen=True, slots=True)
class Ground:
    """Two users, and what entities of the first one refer to."""

    owner: UUID
    stranger: UUID
    profile_id: UUID
    job_id: UUID
    application_id: UUID
    search_id: UUID
    prep_id: UUID


OWNED: dict[str, Callable[[Ground], Any]] = {
    "profiles": lambda ground: make_profile(ground.owner),
    "resumes": lambda ground: make_resume(ground.owner, job_id=ground.job_id, last_analyzed=NOON, warnings=["ö"]),
    "jobs": lambda ground: make_job(ground.owner),
    "applications": lambda ground: make_application(ground.owner, ground.job_id, labels=("far",), deadline=NOON),
    "application_events": lambda ground: ApplicationEvent(
        user_id=ground.owner, application_id=ground.application_id, kind="call", occurred_at=NOON, ends_at=NOON, **TIMES
    ),
    "application_contacts": lambda ground: ApplicationContact(
        user_id=ground.owner, application_id=ground.application_id, name="Zoë", **TIMES
    ),
    "application_reminders": lambda ground: ApplicationReminder(
        user_id=ground.owner, application_id=ground.application_id, title="Call", remind_at=NOON, **TIMES
    ),
    "analyses": lambda ground: Analysis(
        user_id=ground.owner, job_id=ground.job_id, score_breakdown={"role_fit": 9}, **TIMES
    ),
    "generations": lambda ground: make_generation(ground.owner, profile_id=ground.profile_id, job_id=ground.job_id),
    "documents": lambda ground: make_document(ground.owner, job_id=ground.job_id, profile_id=ground.profile_id),
    "llm_calls": lambda ground: make_llm_call(ground.owner),
    "notifications": lambda ground: Notification.of(
        News(user_id=ground.owner, kind="test", event_key="test:1", title="Zoë", body="It works.", link="/settings"),
        ("in_app",),
        seq=1,
        now=NOON,
    ),
    "reusable_answers": lambda ground: ReusableAnswer(
        user_id=ground.owner, question="Why us?", answer="Zoë told me.", **TIMES
    ),
    "saved_views": lambda ground: SavedView(
        user_id=ground.owner, collection="jobs", name="Zoë", query="q=caf%C3%A9", **TIMES
    ),
    "saved_searches": lambda ground: SavedSearch(
        user_id=ground.owner,
        name="Zoë",
        remote=True,
        sources=("remotive",),
        min_match_score=40,
        scheduled_at=NOON,
        last_warnings=("remotive is down",),
        **TIMES,
    ),
    "saved_search_hits": lambda ground: make_hit(ground.owner, ground.search_id),
    "tailoring": lambda ground: TailoringSession(
        user_id=ground.owner, profile_id=ground.profile_id, job_url="https://jobs.example.org/1", **TIMES
    ),
    "interviews": lambda ground: InterviewPrep(
        user_id=ground.owner, job_id=ground.job_id, profile_id=ground.profile_id, company="Zoë", **TIMES
    ),
    "interview_answers": lambda ground: make_interview_answer(ground.owner, ground.prep_id),
}
"""By the name of the unit of work's member."""


def make_hit(owner_id: UUID, search_id: UUID, **overrides: Any) -> SavedSearchHit:
    """Return a hit of a saved search."""
    values: dict[str, Any] = {"mark": "a" * 64, "name_mark": "b" * 64, "source": "remotive", "title": "Nurse", **TIMES}
    return SavedSearchHit(user_id=owner_id, search_id=search_id, **{**values, **overrides})


def make_interview_answer(owner_id: UUID, prep_id: UUID, **overrides: Any) -> InterviewAnswer:
    """Return an answer to a question of a preparation, with the feedback on it."""
    outline = Outliner(make_career()).empty()
    question = InterviewQuestion(category="company", question="Why us?", why_asked="So.", outline=outline)
    held_to = interview.Ground(career=make_career(), posting=Posting(), today=NOON.date())
    values: dict[str, Any] = {"question_id": "q1", "attempt": 1, "answer": "I, um, like Zoë.", "score": 7, **TIMES}
    values["feedback"] = interview.assess(question, values["answer"], held_to, lexicon())
    return InterviewAnswer(user_id=owner_id, prep_id=prep_id, **{**values, **overrides})


def repository(uow: IUnitOfWork, name: str) -> IOwnedRepository[Any]:
    """Return the unit of work's repository of that name."""
    found: IOwnedRepository[Any] = getattr(uow, name)
    return found


async def prepare(unit_of_work: UnitOfWorkFactory) -> Ground:
    """Keep what the entities refer to."""
    owner, stranger = make_user(), make_user()
    profile, job, applied_to = make_profile(owner.id), make_job(owner.id), make_job(owner.id)
    application = make_application(owner.id, applied_to.id)
    search = SavedSearch(user_id=owner.id, name="Nurse", **TIMES)
    prep = InterviewPrep(user_id=owner.id, job_id=job.id, profile_id=profile.id, **TIMES)
    async with unit_of_work() as uow:
        await uow.users.save(owner)
        await uow.users.save(stranger)
        await uow.profiles.save(profile)
        await uow.jobs.save(job)
        await uow.jobs.save(applied_to)
        await uow.applications.save(application)
        await uow.saved_searches.save(search)
        await uow.interviews.save(prep)
        await uow.commit()
    return Ground(owner.id, stranger.id, profile.id, job.id, application.id, search.id, prep.id)
