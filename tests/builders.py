"""Entities with sensible values; tests override what they are about."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.applications import Application
from app.domain.auth import User, UserSession
from app.domain.documents import Document
from app.domain.generations import Generation
from app.domain.ids import uuid7
from app.domain.jobs import Job
from app.domain.llm import LLMCall
from app.domain.partial_date import partial_date
from app.domain.profiles import Profile
from app.domain.resumes import Resume
from app.domain.tasks import Task
from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.document import Content, Header, Item, Section, Sentence
from app.domain.text.posting import Keyword, Salary, Span, YearsRange
from app.domain.text.resume.parsed import ParsedResume

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def make_user(**overrides: Any) -> User:
    values: dict[str, Any] = {"email": f"{uuid7().hex}@example.org", "created_at": NOON, "updated_at": NOON}
    return User(**{**values, **overrides})


def make_session(owner_id: UUID, **overrides: Any) -> UserSession:
    values: dict[str, Any] = {
        "refresh_hash": "f" * 64,
        "spent": {"e" * 64: NOON},
        "user_agent": "Firefox",
        "ip_address": "198.51.100.7",
        "last_used_at": NOON,
        "expires_at": NOON + timedelta(days=7),
        "created_at": NOON,
        "updated_at": NOON,
    }
    return UserSession(user_id=owner_id, **{**values, **overrides})


def make_career(**overrides: Any) -> Career:
    values: dict[str, Any] = {
        "full_name": "Zoë Ångström",
        "email": "zoe@example.org",
        "phone": "+46 70 123 45 67",
        "location": "Malmö, Sweden",
        "headline": "Backend engineer",
        "professional_summary": "Backend engineer who likes boring, well-measured systems.",
        "custom_fields": {"awards": ["Hack of the year 2021"]},
        "experiences": [
            Experience(
                title="Senior Backend Engineer",
                company="Fjord Pay",
                location="Malmö",
                start_date=partial_date("2019-03"),
                is_current=True,
                description="Card payments for small shops.",
                achievements=[
                    "Cut the p99 of the payment API from 900 ms to 140 ms with asyncpg and fewer round trips.",
                    "Moved 14 services from cron jobs to a queue on RabbitMQ.",
                ],
            ),
            Experience(
                title="Software Engineer",
                company="Kelp Labs",
                start_date=partial_date("2016"),
                end_date=partial_date("2019"),
                achievements=["Built the import of 2.3 million product records in Python."],
            ),
        ],
        "education": [
            Education(
                institution="Lund University",
                degree="MSc",
                field_of_study="Computer Science",
                end_date=partial_date("2016-06"),
            )
        ],
        "projects": [
            Project(name="tidemark", description="A tide table for kayakers.", technologies=["Python", "SQLite"])
        ],
        "skills": [
            Skill(name="Python"),
            Skill(name="PostgreSQL"),
            Skill(category="language", name="Swedish", proficiency="native"),
        ],
    }
    return Career(**{**values, **overrides})


def make_profile(owner_id: UUID, **overrides: Any) -> Profile:
    profile = Profile(user_id=owner_id, created_at=NOON, updated_at=NOON)
    profile.set_facts(make_career())
    for name, value in overrides.items():
        setattr(profile, name, value)
    return profile


def make_job(owner_id: UUID, **overrides: Any) -> Job:
    values: dict[str, Any] = {
        "title": "Backend Engineer",
        "company": "Acme GmbH",
        "location": "Berlin",
        "description": "We need Python and PostgreSQL. Kafka is a plus.",
        "parsed_keywords": (
            Keyword("Python", 1.0, "technical", required=True, evidence=(Span(8, 14, "Python"),)),
            Keyword("Kafka", 0.4, "technical", required=False, evidence=(Span(31, 36, "Kafka"),)),
        ),
        "salary": Salary(60000.0, 80000.0, "EUR", "year"),
        "years_experience": YearsRange(3, None),
        "content_hash": "0" * 64,
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Job(user_id=owner_id, **{**values, **overrides})


def make_resume(owner_id: UUID, **overrides: Any) -> Resume:
    values: dict[str, Any] = {
        "original_filename": "résumé.txt",
        "content_type": "text/plain; charset=utf-8",
        "size_bytes": 9,
        "sha256": "0" * 64,
        "storage_key": f"users/{owner_id}/resumes/{uuid7()}",
        "parsed": ParsedResume(career=make_career(), confidence={"full_name": 0.9}, unplaced=["2 dogs"]),
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Resume(user_id=owner_id, **{**values, **overrides})


def make_application(owner_id: UUID, job_id: UUID, **overrides: Any) -> Application:
    values: dict[str, Any] = {"saved_at": NOON, "created_at": NOON, "updated_at": NOON}
    return Application(user_id=owner_id, job_id=job_id, **{**values, **overrides})


def make_content(*lines: str, **overrides: Any) -> Content:
    sentences = [Sentence(text=line, source_ids=["summary"]) for line in lines or ("Backend engineer in Malmö.",)]
    values: dict[str, Any] = {
        "document_type": "resume",
        "header": Header(full_name="Zoë Ångström", email="zoe@example.org"),
        "sections": [Section(kind="summary", title="Summary", items=[Item(sentences=sentences)])],
    }
    return Content(**{**values, **overrides})


def make_document(owner_id: UUID, **overrides: Any) -> Document:
    values: dict[str, Any] = {
        "document_type": "resume",
        "title": "Resume – Backend Engineer",
        "content": make_content(),
        "content_text": "Backend engineer in Malmö.",
        "parameters": {"page_size": "a4"},
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Document(user_id=owner_id, **{**values, **overrides})


def make_generation(owner_id: UUID, **overrides: Any) -> Generation:
    values: dict[str, Any] = {
        "profile_id": uuid7(),
        "profile_version": 1,
        "job_id": uuid7(),
        "document_type": "resume",
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Generation(user_id=owner_id, **{**values, **overrides})


def make_task(owner_id: UUID, **overrides: Any) -> Task:
    values: dict[str, Any] = {
        "kind": "generation",
        "subject_id": uuid7(),
        "run_at": NOON,
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Task(user_id=owner_id, **{**values, **overrides})


def make_llm_call(owner_id: UUID, **overrides: Any) -> LLMCall:
    values: dict[str, Any] = {
        "purpose": "word_resume",
        "provider": "openai",
        "host": "api.openai.com",
        "model": "m-1",
        "data_kinds": ["summary", "job posting"],
        "cost_estimate": 0.000125,
        "created_at": NOON,
        "updated_at": NOON,
    }
    return LLMCall(user_id=owner_id, **{**values, **overrides})
