"""Lists of skills and of spoken languages, in the ways in which people set them."""

import pytest

from app.domain.text.resume import parse_resume
from app.domain.text.skills import lexicon
from tests.domain.text.resume.reading import facts, source_of

SKILLS: dict[str, tuple[str, list[str]]] = {
    "labels are no skills": (
        "Programming: Python, SQL\nTools: Jira, Confluence,\nTrello",
        ["Python", "SQL", "Jira", "Confluence", "Trello"],
    ),
    "a label that is the skill": ("Python: five years, daily", ["Python", "five years", "daily"]),
    "a label before a gap": ("Languages and Tools:    Python, Go", ["Python", "Go"]),
    "a column of labels beside a column of lists": (
        "Databases    PostgreSQL, MySQL\nCloud    AWS, GCP",
        ["PostgreSQL", "MySQL", "AWS", "GCP"],
    ),
    "columns of single skills": (
        "Word    Excel    PowerPoint\nVisio    Access    Outlook",
        ["Word", "Excel", "PowerPoint", "Visio", "Access", "Outlook"],
    ),
    "brackets hold skills, levels and years": (
        "Python (pandas, NumPy), Java and Kotlin, Excel (advanced), Docker (since 2018), SAP (Finance)",
        ["Python", "pandas", "NumPy", "Java", "Kotlin", "Excel", "Docker", "SAP (Finance)"],
    ),
    "brackets after what no list knows": (
        "Kiln work (raku, soda firing), Glazing (Photoshop)",
        ["Kiln work", "raku", "soda firing", "Glazing", "Photoshop"],
    ),
    "a phrase of known skills": ("React and Node.js code", ["React", "Node.js"]),
    "a phrase that only touches on skills": (
        "- Planning of the yearly harvest with Excel and patience for the neighbours",
        ["Planning of the yearly harvest with Excel and patience for the neighbours"],
    ),
    "a list that wraps inside an entry": (
        "Typing at 90 words a minute, filing, telephone manners; minute\ntaking, customer care and first aid",
        ["Typing at 90 words a minute", "filing", "telephone manners", "minute taking", "customer care", "first aid"],
    ),
    "a bullet that wraps": (
        "- Planning of the yearly harvest together with\nthe neighbouring farms",
        ["Planning of the yearly harvest together with the neighbouring farms"],
    ),
    "names of one letter and names that begin with a stop": (".NET, C, R, b", [".NET", "C", "R"]),
    "how well is no part of the name": (
        "Proficient in Excel, SQL ●●●○○, Go 80%, Rust (3 years)",
        ["Excel", "SQL", "Go", "Rust"],
    ),
    "a group without a colon": ("Frontend tools\nFigma\nSketch", ["Figma", "Sketch"]),
    "none is listed twice": ("Python, SQL\nPYTHON; sql; Go", ["Python", "SQL", "Go"]),
}
LANGUAGES: dict[str, tuple[str, list[list[str]]]] = {
    "names over levels": (
        "English    German    French\nNative    Fluent    Basic",
        [["English", "Native"], ["German", "Fluent"], ["French", "Basic"]],
    ),
    "each over its level": ("Danish\nNative\nEnglish\nFluent", [["Danish", "Native"], ["English", "Fluent"]]),
    "a name that no list knows beside a level": ("Klingon (fluent)", [["Klingon", "fluent"]]),
    "words for levels": (
        "English, mother tongue; Spanish – professional working proficiency",
        [["English", "mother tongue"], ["Spanish", "professional working proficiency"]],
    ),
    "the level first": ("Fluent in Welsh, native Irish", [["Welsh", "Fluent"], ["Irish", "native"]]),
    "German": (
        "Deutsch Muttersprache, Englisch verhandlungssicher, Türkisch Grundkenntnisse",
        [["Deutsch", "Muttersprache"], ["Englisch", "verhandlungssicher"], ["Türkisch", "Grundkenntnisse"]],
    ),
    "Spanish": (
        "Español: nativo · Inglés: B2 · Catalán (C1)",
        [["Español", "nativo"], ["Inglés", "B2"], ["Catalán", "C1"]],
    ),
    "Italian, with what each level is of": (
        "Italiano madrelingua\nInglese - B2\nAscolto C1, Lettura C1",
        [["Italiano", "madrelingua"], ["Inglese", "B2, Ascolto C1, Lettura C1"]],
    ),
}


@pytest.mark.parametrize("name", SKILLS)
def test_a_list_of_skills_is_taken_apart(name: str) -> None:
    text, expected = SKILLS[name]
    assert facts(f"Skills\n{text}") == {"skills": expected}


@pytest.mark.parametrize("name", LANGUAGES)
def test_languages_keep_their_levels_as_written(name: str) -> None:
    text, expected = LANGUAGES[name]
    told = facts(f"Languages\n{text}")
    told.pop("language", None)
    assert told == {"languages": expected}


def test_a_level_below_a_skill_is_its_level() -> None:
    career = parse_resume(source_of("Skills\nExcel\nExpert\nPhotoshop\nIntermediate"), lexicon()).career
    assert [(skill.name, skill.proficiency) for skill in career.skills] == [
        ("Excel", "Expert"),
        ("Photoshop", "Intermediate"),
    ]


def test_labelled_lines_of_another_kind_go_where_they_belong() -> None:
    assert facts(
        "Skills\nOffice: Word, Excel\nAwards: Baker of the year\nLanguages: English (C1)\nCertifications: Scrum Master"
    ) == {
        "skills": ["Word", "Excel"],
        "languages": [["English", "C1"]],
        "certifications": [["Scrum Master", "", None]],
        "custom": {"awards": ["Baker of the year"]},
    }


def test_a_languages_section_without_a_language_holds_skills() -> None:
    assert facts("Languages\nTouch typing") == {"skills": ["Touch typing"]}


def test_what_is_no_language_among_languages_is_kept_as_unplaced() -> None:
    assert facts("Languages\nEnglish (C1)\n12 poems by heart") == {
        "languages": [["English", "C1"]],
        "unplaced": ["12 poems by heart"],
    }


def test_under_a_heading_for_both_certificates_are_told_from_skills() -> None:
    assert facts("Skills & Certifications\nPython, SQL\nLicensed Drone Pilot") == {
        "skills": ["Python", "SQL"],
        "certifications": [["Licensed Drone Pilot", "", None]],
    }
