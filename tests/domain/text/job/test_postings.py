"""Whole postings of several trades, layouts and languages, each beside what a careful reader writes down."""

from dataclasses import dataclass

import pytest

from app.domain.text.job import parse_posting
from app.domain.text.posting import Posting, Salary, YearsRange
from app.domain.text.skills import lexicon


@dataclass(frozen=True)
class Told:
    """What a posting says: its fields where it states them, and its keywords by how they are asked for."""

    text: str
    fields: dict[str, object]
    must: tuple[str, ...] = ()
    nice: tuple[str, ...] = ()


POSTINGS = {
    "markdown": Told(
        r"""
**Senior Platform Engineer**
Kestrel Freight
Rotterdam, Netherlands (Hybrid)
Posted on 2026-03-01

__About us__
Kestrel Freight moves parcels.

**Why Kestrel?**
Free fruit &amp; [a bike](https://kestrel.example/bike)

**Minimum qualifications**
- Python with 5+ years
- Kubernetes, Terraform (nice to have)

**You may be a fit if you have**
- Docker
- Experience with C\+\+

**Not for you if**
- you dislike Java

**A word from Mia**
We laugh a lot about Scala, and mean it.
""",
        {
            "title": "Senior Platform Engineer", "company": "Kestrel Freight", "location": "Rotterdam, Netherlands",
            "workplace": "hybrid", "seniority": "senior", "years_experience": YearsRange(5),
            "date_posted": "2026-03-01",
            "benefits": ("Free fruit & a bike",),
        },
        must=("Python",),
        nice=("C++", "Docker", "Kubernetes", "Terraform"),
    ),
    "pasted HTML in German": Told(
        """
<h2>Kassierer (m/w/d)</h2><p>Nordmarkt GmbH</p><p>Hamburg</p><script>var x = "Java";</script>
<p>Teilzeit, 20 Stunden</p>
<h3>Deine Aufgaben</h3><ul><li>Kassieren und Waren einräumen</li><li>Kunden beraten</li></ul>
<h3>Dein Profil</h3><ul><li>Erfahrung im Verkauf</li><li>Deutsch B2</li></ul>
<h3>Wir bieten</h3><table><tr><td>13,50 € pro Stunde</td></tr></table>
<p>Bewerbungsfrist: 30.06.2026</p>
""",
        {
            "title": "Kassierer", "company": "Nordmarkt GmbH", "location": "Hamburg", "employment_type": "part_time",
            "salary": Salary(13.5, 13.5, "EUR", "hour"), "application_deadline": "2026-06-30",
            "responsibilities": ("Kassieren und Waren einräumen", "Kunden beraten"),
            "benefits": ("13,50 € pro Stunde",),
            "language": "de",
        },
        must=("German", "Sales"),
    ),
    "French": Told(
        """
Infirmier / Infirmière de nuit H/F — Clinique du Parc
Lieu : Lyon
Contrat : CDI, temps plein
Publiée le 3 juillet 2026. Date limite : 15/08/2026

Vos missions
- Surveiller quarante patients
- Tenir le dossier de soins

Votre profil
- Diplôme d'État d'infirmier
- 2 ans d'expérience
- Anglais apprécié
""",
        {
            "title": "Infirmier / Infirmière de nuit", "company": "Clinique du Parc", "location": "Lyon",
            "employment_type": "full_time", "years_experience": YearsRange(2), "date_posted": "2026-07-03",
            "application_deadline": "2026-08-15",
            "responsibilities": ("Surveiller quarante patients", "Tenir le dossier de soins"), "language": "fr",
        },
        nice=("English",),
    ),
    "Spanish": Told(
        """
Desarrollador Backend
Empresa: Mareas SL
Ubicación: Valencia
Modalidad: teletrabajo, dos días en la oficina
Nivel: senior

Requisitos
- 3 a 5 años de experiencia con Java o Kotlin
- Inglés B2
Se valorará
- Kafka
Ofrecemos
- 38.000 - 45.000 € brutos anuales
Publicado el 1 de marzo de 2026; plazo hasta el 31 de marzo de 2026
""",
        {
            "title": "Desarrollador Backend", "company": "Mareas SL", "location": "Valencia", "workplace": "hybrid",
            "seniority": "senior", "years_experience": YearsRange(3, 5),
            "salary": Salary(38_000, 45_000, "EUR", "year"),
            "date_posted": "2026-03-01", "application_deadline": "2026-03-31", "language": "es",
            "benefits": (
                "38.000 - 45.000 € brutos anuales",
                "Publicado el 1 de marzo de 2026; plazo hasta el 31 de marzo de 2026",
            ),
        },
        must=("English", "Java", "Kotlin"),
        nice=("Kafka",),
    ),
    "Portuguese": Told(
        """
Vaga: Analista de Dados Júnior
Empresa: Banco do Vale
Local: Porto Alegre, Brasil
Regime: tempo integral, presencial

Responsabilidades
- Preparar relatórios mensais em Power BI
O que procuramos
- Conhecimento de SQL e Excel
- Graduação em estatística
Diferenciais
- Python
""",
        {
            "title": "Analista de Dados Júnior", "company": "Banco do Vale", "location": "Porto Alegre, Brasil",
            "workplace": "onsite", "employment_type": "full_time", "seniority": "junior", "education_level": "bachelor",
            "responsibilities": ("Preparar relatórios mensais em Power BI",), "language": "pt",
        },
        must=("Microsoft Excel", "Power BI", "SQL"),
        nice=("Python",),
    ),
    "Italian": Told(
        """
Magazziniere
Azienda: Logistica Po Srl
Sede di lavoro: Piacenza
Contratto a tempo determinato

Requisiti
- Patentino del muletto
- Esperienza di almeno 2 anni
Costituisce titolo preferenziale
- Conoscenza di SAP
""",
        {
            "title": "Magazziniere", "company": "Logistica Po Srl", "location": "Piacenza",
            "employment_type": "temporary", "years_experience": YearsRange(2), "language": "it",
        },
        nice=("SAP",),
    ),
    "Dutch": Told(
        """
Functie: Timmerman
Bedrijf: Bouw & Zn. B.V.
Standplaats: Utrecht
Sluitingsdatum: 1 mei 2026

Wat ga je doen
- Daken en kozijnen maken
Wat vragen wij
- MBO diploma timmeren
- Rijbewijs B
Wat bieden wij
- € 2.800 - € 3.400 bruto per maand
""",
        {
            "title": "Timmerman", "company": "Bouw & Zn. B.V.", "location": "Utrecht",
            "salary": Salary(2_800, 3_400, "EUR", "month"), "application_deadline": "2026-05-01",
            "responsibilities": ("Daken en kozijnen maken",), "benefits": ("€ 2.800 - € 3.400 bruto per maand",),
            "language": "nl",
        },
    ),
    "an employer before the title": Told(
        """
Acme Robotics: Embedded Engineer
Remote - Munich, Germany
Full-time

At Acme Robotics, we build arms. Acme Robotics is hiring.

REQUIREMENTS
C++ for 4 years
Rust (3+ years)
Date posted: 14/02/2026 - closes on 3/14/2026
""",
        {
            "title": "Embedded Engineer", "company": "Acme Robotics", "location": "Munich, Germany",
            "workplace": "remote", "employment_type": "full_time", "years_experience": YearsRange(3),
            "date_posted": "2026-02-14", "application_deadline": "2026-03-14",
        },
        must=("C++", "Rust"),
    ),
    "running text": Told(
        """
We're hiring!
Bluefin is looking for an accountant to join our team in Leeds.
You have a degree. This is a senior role.
Work from home or in the office, two days remote a week.
Contact us at jobs@bluefin.co.uk
""",
        {
            "title": "Accountant", "company": "Bluefin", "location": "Leeds", "workplace": "hybrid",
            "seniority": "senior", "uncertain": ("company", "location", "title"),
        },
    ),
    "labels over their values": Told(
        """
Company: Hill Clinic
Position:
Theatre Nurse
Location: Building 4 – Leeds, United Kingdom
Work arrangement: on-site
Department: not specified

We're a clinic. Apply by 2026-02-30, or posted on 02/03/2026.
""",
        {
            "title": "Theatre Nurse", "company": "Hill Clinic", "location": "Leeds, United Kingdom",
            "workplace": "onsite",
        },
        must=("Nursing",),
    ),
    "demands and wishes in running text": Told(
        """
Security Engineer — Acme Robotics
Fully remote (EU)
6 month contract

What we need
- 3 years of experience with Linux, ideally with Rust
- AWS, Azure (nice to have)
- Python (Django is a plus)
Nice to have: Docker. Requirements: Terraform is a must
""",
        {
            "title": "Security Engineer", "company": "Acme Robotics", "location": "Fully remote (EU)",
            "workplace": "remote", "employment_type": "contract", "years_experience": YearsRange(3),
        },
        must=("Linux", "Python", "Terraform"),
        nice=("AWS", "Azure", "Django", "Docker", "Rust"),
    ),
}  # fmt: skip
FIELDS = (
    "title", "company", "location", "workplace", "employment_type", "seniority", "years_experience", "education_level",
    "salary", "date_posted", "application_deadline", "responsibilities", "benefits", "uncertain",
)  # fmt: skip


def stated(posting: Posting) -> dict[str, object]:
    told = {name: value for name in FIELDS if (value := getattr(posting, name))}
    return told | ({} if posting.language == "en" else {"language": posting.language})


@pytest.mark.parametrize("name", POSTINGS)
def test_a_posting_is_read_as_a_person_reads_it(name: str) -> None:
    told = POSTINGS[name]
    posting = parse_posting(told.text, lexicon())
    keywords = sorted((keyword.keyword, keyword.required) for keyword in posting.parsed_keywords)
    assert stated(posting) == told.fields
    assert tuple(keyword for keyword, required in keywords if required) == told.must
    assert tuple(keyword for keyword, required in keywords if not required) == told.nice


def test_years_stay_with_the_skill_they_stand_by() -> None:
    posting = parse_posting(POSTINGS["an employer before the title"].text, lexicon())
    assert {keyword.keyword: keyword.min_years for keyword in posting.parsed_keywords} == {"C++": 4, "Rust": 3}


def test_the_dates_of_a_posting_are_no_requirements() -> None:
    posting = parse_posting(POSTINGS["an employer before the title"].text, lexicon())
    assert [item.text for item in posting.requirements] == ["C++ for 4 years", "Rust (3+ years)"]


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("Location: anywhere in the world", "remote"),
        ("Remote", "remote"),
        ("Berlin / remote", "remote"),
        ("Arbeitsort: 100 % Homeoffice", "remote"),
        ("Standort: Köln, zwei Tage mobiles Arbeiten", "hybrid"),
        ("Location: Paris, trois jours au bureau", "hybrid"),
        ("On-site", "onsite"),
        ("Sede: Milano, in sede", "onsite"),
        ("Remote support of onsite meetings", None),
    ],
)
def test_the_head_tells_the_workplace(line: str, workplace: str | None) -> None:
    assert parse_posting(f"Data Engineer\n{line}\n\nRequirements\n- SQL\n", lexicon()).workplace == workplace


@pytest.mark.parametrize(
    ("text", "workplace"),
    [
        ("You can work remotely within Germany.", "remote"),
        ("We are not remote-first. Working remotely is fine now and then.", "hybrid"),
        ("The team meets three days a week in the office.", "hybrid"),
        ("The job is fully remote, and remote-first is how we think.", "remote"),
        ("The job is office-based. Relocation is required.", "onsite"),
        ("Remote work is open to you. You may also take one day at home.", "hybrid"),
        ("Remote, hybrid, or office: all is possible.", None),
        ("You will run remote servers.", None),
        ("We do not discriminate; remote work is a reasonable accommodation.", None),
    ],
)
def test_sentences_tell_the_workplace_where_the_head_does_not(text: str, workplace: str | None) -> None:
    posting = parse_posting(f"Data Engineer\nAcme\n\nResponsibilities\n{text}\n", lexicon())
    assert posting.workplace == workplace


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Closing date: 2026/05/09", "2026-05-09"),
        ("Apply by 9 May 2026", "2026-05-09"),
        ("Apply by May 9th, 2026", "2026-05-09"),
        ("Bewerbungsfrist: 9.5.2026", "2026-05-09"),
        ("Candidatez avant le 9 juillet 2026", "2026-07-09"),
        ("Scadenza: 9 maggio 2026", "2026-05-09"),
        ("Opening and closing period 1 May 2026 to 9 May 2026", "2026-05-09"),
        ("Apply by 5/19/2026", "2026-05-19"),
        ("Apply by 05/09/2026", None),
        ("Apply by 30 February 2026", None),
        ("Apply by 9 Smarch 2026", None),
        ("Apply by the end of 2026", None),
    ],
)
def test_the_last_day_to_apply_is_told_where_it_is_sure(text: str, day: str | None) -> None:
    assert parse_posting(f"Baker\nOven Door\n\n{text}\n", lexicon()).application_deadline == day


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2-1 years of experience with SQL", YearsRange(2)),
        ("At least 3 years of experience would be a plus", YearsRange(3)),
        ("Our company has a 20 years company history", None),
        ("Up to 5 years of experience", None),
        ("Between one and three years of experience", YearsRange(1, 3)),
        ("You are at least 18 years old", None),
    ],
)
def test_years_of_experience_are_told_from_other_years(text: str, years: YearsRange | None) -> None:
    assert parse_posting(f"Baker\nOven Door\n\nRequirements\n- {text}\n", lexicon()).years_experience == years


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Experience level: entry-level", "junior"),
        ("Seniority: junior or senior", None),
        ("We are looking for a senior engineer.", "senior"),
        ("You work with senior people.", None),
    ],
)
def test_the_level_is_told_by_a_label_or_a_sentence_about_the_role(text: str, level: str | None) -> None:
    assert parse_posting(f"Data Analyst\nBluefin\n\n{text}\n", lexicon()).seniority == level


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("**What you get out of it and other perks**", False),
        ("WHY ACME", False),
        ("**Who is Acme?**", False),
        ("Acme's requirements for the role:", True),
        ("**The story so far**", False),
    ],
)
def test_a_heading_of_other_words_is_told_by_its_looks_and_the_words_in_it(heading: str, kept: bool) -> None:
    posting = parse_posting(
        f"Data Engineer\nAcme Ltd\n\nRequirements\n- Python\n\n{heading}\nWe all like Docker here.\n", lexicon()
    )
    assert ("We all like Docker here." in {item.text for item in posting.requirements}) is kept
