import pytest

from app.domain.partial_date import PartialDate
from app.domain.text.career import Education, Experience, Project, Skill
from app.domain.text.resume import parse_resume
from app.domain.text.skills import lexicon
from app.domain.text.source import SourceKind, SourceText

LINKEDIN: dict[str, object] = {
    "Profile": [
        {
            "First Name": "Ada",
            "Last Name": "Berg",
            "Headline": "Nurse",
            "Summary": "Nine years.",
            "Geo Location": "Oslo",
        }
    ],
    "Email Addresses": [
        {"Email Address": "old@example.no", "Primary": "No"},
        {"Email Address": "ada@example.no", "Primary": "Yes"},
    ],
    "Positions": [
        {"Company Name": "Ullevål", "Title": "Nurse", "Description": "Ward 3\n• Led triage", "Started On": "Mar 2019"},
        {"Company Name": "Aker", "Title": "Aide", "Started On": "2015", "Finished On": "Feb 2019"},
    ],
    "Education": [{"School Name": "OsloMet", "Degree Name": "BSc", "Start Date": "2015", "End Date": "2018"}],
    "Skills": [{"Name": "Triage"}],
    "Languages": [{"Name": "Norwegian", "Proficiency": "Native"}],
    "Certifications": [{"Name": "ACLS", "Authority": "NRR", "Started On": "May 2020", "License Number": "7"}],
    "Honors": [{"Title": "Nurse of the year", "Issued On": "2021"}],
    "Messages": "ignored",
}
EUROPASS: dict[str, object] = {
    "SkillsPassport": {
        "LearnerInfo": {
            "Identification": {
                "PersonName": {"FirstName": "Ana", "Surname": "Lima"},
                "ContactInfo": {
                    "Email": {"Contact": "ana@example.pt"},
                    "Address": {"Contact": {"Municipality": "Porto", "Country": {"Code": "PT", "Label": "Portugal"}}},
                },
            },
            "WorkExperienceList": {
                "WorkExperience": {
                    "Period": {"From": {"@year": "2018", "@month": "--09"}, "Current": "true"},
                    "Position": {"Label": "Welder"},
                    "Activities": "<p>Ships</p><ul><li>TIG welding</li><li>Inspection</li></ul>",
                    "Employer": {"Name": "Estaleiros"},
                }
            },
            "Skills": {
                "Linguistic": {
                    "MotherTongueList": {"MotherTongue": {"Description": {"Label": "Portuguese"}}},
                    "ForeignLanguageList": {
                        "ForeignLanguage": [
                            {
                                "Description": {"Label": "English"},
                                "ProficiencyLevel": {"Listening": "B2", "Reading": "C1"},
                            }
                        ]
                    },
                }
            },
        }
    }
}


def test_a_linkedin_archive_is_read() -> None:
    career = parse_resume(SourceText(kind="linkedin", structured=LINKEDIN), lexicon()).career
    assert (career.full_name, career.headline, career.email, career.location) == (
        "Ada Berg",
        "Nurse",
        "ada@example.no",
        "Oslo",
    )
    assert career.experiences == [
        Experience(
            title="Nurse", company="Ullevål", start_date=PartialDate("2019-03"), is_current=True, description="Ward 3",
            achievements=["Led triage"],
        ),
        Experience(title="Aide", company="Aker", start_date=PartialDate("2015"), end_date=PartialDate("2019-02")),
    ]  # fmt: skip
    assert career.education == [
        Education(institution="OsloMet", degree="BSc", start_date=PartialDate("2015"), end_date=PartialDate("2018"))
    ]
    assert career.skills == [
        Skill(name="Triage"),
        Skill(category="language", name="Norwegian", proficiency="Native"),
        Skill(
            category="certification", name="ACLS", issuer="NRR", date_obtained=PartialDate("2020-05"), credential_id="7"
        ),
    ]
    assert career.custom_fields == {"awards": ["Nurse of the year (2021)"]}


def test_a_europass_profile_is_read() -> None:
    career = parse_resume(SourceText(kind="europass", structured=EUROPASS), lexicon()).career
    assert (career.full_name, career.email, career.location) == ("Ana Lima", "ana@example.pt", "Porto, Portugal")
    assert career.experiences == [
        Experience(
            title="Welder", company="Estaleiros", start_date=PartialDate("2018-09"), is_current=True,
            description="Ships",
            achievements=["TIG welding", "Inspection"],
        )
    ]  # fmt: skip
    assert [(skill.name, skill.proficiency) for skill in career.skills] == [
        ("Portuguese", "native"),
        ("English", "B2/C1"),
    ]


BROKEN: list[dict[str, object]] = [{}, {"Profile": [3, None]}, {"SkillsPassport": []}, {"work": {"a": 1}}]
KINDS: tuple[SourceKind, ...] = ("linkedin", "europass", "json_resume")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: str(list(broken)))
def test_broken_structures_give_an_empty_career(kind: SourceKind, broken: dict[str, object]) -> None:
    assert parse_resume(SourceText(kind=kind, structured=broken), lexicon()).career.experiences == []


def test_a_linkedin_archive_with_several_addresses_and_projects_is_read() -> None:
    career = parse_resume(
        SourceText(
            kind="linkedin",
            structured={
                "Profile": [
                    {
                        "First Name": "Ada",
                        "Location": "Oslo",
                        "Websites": "[PORTFOLIO:https://ada.example,BLOG:https://b.example]",
                    }
                ],
                "Email Addresses": [{"Email Address": "ada@example.no"}],
                "PhoneNumbers": [{"Number": "+47 22 33 44 55 (mobile)"}],
                "Projects": [
                    {
                        "Title": "Triage board",
                        "Url": "https://t.example",
                        "Started On": "Jan 2020",
                        "Finished On": "Mar 2020",
                    }
                ],
                "Education": [{"School Name": "OsloMet", "Activities": "Choir"}],
                "Courses": [{"Name": "Pharmacology", "Number": "F-2"}],
                "Publications": [{"Name": "On triage", "Publisher": "Sykepleien", "Published On": "2021"}],
                "Volunteering": [
                    {"Role": "Guide", "Company Name": "Red Cross", "Started On": "2016", "Finished On": "2018"}
                ],
            },
        ),
        lexicon(),
    ).career
    assert (career.location, career.website, career.email, career.phone) == (
        "Oslo",
        "https://ada.example",
        "ada@example.no",
        "+47 22 33 44 55",
    )
    assert career.projects == [
        Project(
            name="Triage board",
            url="https://t.example",
            start_date=PartialDate("2020-01"),
            end_date=PartialDate("2020-03"),
        )
    ]
    assert career.custom_fields == {
        "links": ["https://b.example"],
        "courses": ["Pharmacology"],
        "education_details": ["Choir"],
        "publications": ["On triage, Sykepleien (2021)"],
        "volunteering": ["Guide, Red Cross (2016 – 2018)"],
    }


def test_a_telephone_number_that_is_none_is_kept_as_written() -> None:
    source = SourceText(kind="linkedin", structured={"Phone Numbers": [{"Number": "ask me"}]})
    assert parse_resume(source, lexicon()).career.phone == "ask me"
