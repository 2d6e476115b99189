"""A candidate, a posting, and random ones drawn from a seed."""

from dataclasses import replace
from datetime import date
from random import Random

from app.domain.partial_date import PartialDate
from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.posting import EducationLevel, Keyword, KeywordCategory, Posting, Seniority, Span, YearsRange

TODAY = date(2026, 11, 21)


def make_career(**overrides: object) -> Career:
    career = Career(
        id="p",
        full_name="Ada Example",
        headline="Backend Engineer",
        professional_summary="Backend engineer who likes Python.",
        experiences=[
            Experience(
                id="w1",
                title="Backend Engineer",
                company="Acme",
                start_date=PartialDate("2021-01"),
                is_current=True,
                achievements=[
                    "Organised the summer party",
                    "Built a FastAPI service that answers 2,000 requests a second",
                    "Moved reporting to Kafka, cutting delays by 90 %",
                ],
            ),
            Experience(
                id="w2",
                title="Waiter",
                company="Cafe Ole",
                start_date=PartialDate("2018"),
                end_date=PartialDate("2020"),
                achievements=["Served guests"],
            ),
        ],
        education=[
            Education(id="e1", institution="TU Wien", degree="BSc", field_of_study="Computer Science"),
        ],
        skills=[
            Skill(id="s1", name="Python"),
            Skill(id="s2", name="Docker"),
            Skill(id="s3", name="k8s"),
            Skill(id="s4", name="German", category="language", proficiency="native"),
        ],
    )
    for name, value in overrides.items():
        setattr(career, name, value)
    return career


def keyword(
    name: str,
    *,
    required: bool = True,
    weight: float = 1.0,
    category: KeywordCategory = "technical",
    either_or: str | None = None,
    min_years: int | None = None,
) -> Keyword:
    return Keyword(name, weight, category, required, (Span(0, len(name), name),), either_or, min_years)


def make_posting(*keywords: Keyword, **overrides: object) -> Posting:
    posting = Posting(
        title="Senior Backend Engineer",
        seniority="senior",
        years_experience=YearsRange(min=5),
        education_level="bachelor",
        parsed_keywords=keywords,
    )
    return replace(posting, **overrides)  # type: ignore[arg-type]


SKILLS = (
    "Python", "FastAPI", "Django", "PostgreSQL", "Postgres", "Kafka", "Docker", "Kubernetes", "k8s", "Terraform", "AWS",
    "React", "TypeScript", "JavaScript", "SQL", "Git", "Linux", "Agile", "Communication", "Excel", "Glassblowing",
    "Juggling", "Java", "Spring Boot", "Redis",
)  # fmt: skip
_TITLES = ("Backend Engineer", "Data Analyst", "Nurse", "Senior Python Developer", "Product Manager", "Intern", "")
_LEVELS: tuple[Seniority | None, ...] = (None, "intern", "junior", "mid", "senior", "lead", "manager", "director")
_DEGREES: tuple[EducationLevel | None, ...] = (None, "associate", "bachelor", "master", "phd")


def random_career(random: Random) -> Career:
    jobs = [
        Experience(
            id=f"w{number}",
            title=random.choice(_TITLES),
            company=f"Company {number}",
            start_date=random.choice([None, PartialDate(f"{random.randint(2000, 2026)}")]),
            end_date=random.choice([None, PartialDate(f"{random.randint(2000, 2027)}-0{random.randint(1, 9)}")]),
            is_current=random.random() < 0.2,
            achievements=[f"Did {random.choice(SKILLS)} for {n} teams" for n in range(random.randint(0, 4))],
        )
        for number in range(random.randint(0, 4))
    ]
    projects = [
        Project(id=f"j{number}", name=f"Project {number}", technologies=random.sample(SKILLS, random.randint(0, 3)))
        for number in range(random.randint(0, 2))
    ]
    return Career(
        id="p",
        headline=random.choice(_TITLES),
        professional_summary=f"I know {random.choice(SKILLS)}." if random.random() < 0.5 else "",
        experiences=jobs,
        projects=projects,
        education=[Education(id="e", degree=random.choice(["BSc", "MSc", "PhD", "School"]))] * random.randint(0, 1),
        skills=[
            Skill(id=f"s{number}", name=name) for number, name in enumerate(random.sample(SKILLS, random.randint(0, 6)))
        ],
    )


def random_posting(random: Random) -> Posting:
    names = random.sample(SKILLS, random.randint(0, 9))
    keywords = [
        keyword(
            name,
            required=random.random() < 0.6,
            weight=random.choice([0.0, 0.2, 0.5, 0.77, 1.0]),
            category="soft" if name == "Communication" else "technical",
            either_or=random.choice([None, None, None, "a", "b"]),
            min_years=random.choice([None, None, None, 2, 5]),
        )
        for name in names
    ]
    if random.random() < 0.3:
        keywords.append(keyword("German", category="language", required=random.random() < 0.5))
    return make_posting(
        *keywords,
        title=random.choice([*_TITLES, None]) or None,
        seniority=random.choice(_LEVELS),
        years_experience=random.choice([None, YearsRange(min=random.randint(0, 10)), YearsRange(max=3)]),
        education_level=random.choice(_DEGREES),
    )
