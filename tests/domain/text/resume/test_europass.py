"""Europass profiles of both editions, as elements become objects and as exporters write JSON."""

import pytest

from app.domain.partial_date import PartialDate
from app.domain.text.career import Career, Education, Experience, Skill
from app.domain.text.resume import parse_resume
from app.domain.text.skills import lexicon
from app.domain.text.source import SourceText


def read(structured: dict[str, object]) -> Career:
    return parse_resume(SourceText(kind="europass", structured=structured), lexicon()).career


CANDIDATE: dict[str, object] = {
    "Candidate": {
        "CandidatePerson": {
            "PersonName": {"GivenName": "Ana", "FamilyName": "Lima"},
            "Communication": [
                {"ChannelCode": "Email", "URI": "mailto:ana@example.pt"},
                {"ChannelCode": "Email", "URI": "old@example.pt"},
                {"ChannelCode": "Telephone", "UseCode": "mobile", "CountryDialing": "351", "DialNumber": "912345678"},
                {"ChannelCode": "Telephone", "DialNumber": "222000111"},
                {"ChannelCode": "Web", "URI": "ana.example.pt"},
                {"ChannelCode": "Instant Message", "URI": "https://chat.example/ana"},
                {"UseCode": "home", "Address": {"CityName": "Porto", "CountryCode": "pt"}},
            ],
        },
        "CandidateProfile": {
            "@languageCode": "en",
            "ExecutiveSummary": "<p>Welder of ships.</p><p>Nine years at the yard.</p>",
            "EmploymentHistory": {
                "EmployerHistory": [
                    {
                        "OrganizationName": "Estaleiros de Viana",
                        "OrganizationContact": {"Communication": {"Address": {"CityName": "Viana do Castelo"}}},
                        "PositionHistory": [
                            {
                                "PositionTitle": {"@typeCode": "FREETEXT", "#text": "Lead welder"},
                                "EmploymentPeriod": {
                                    "StartDate": {"FormattedDateTime": "2018-09"},
                                    "CurrentIndicator": "true",
                                },
                                "Description": "Hulls.<ul><li>Led six welders</li><li>No accidents</li></ul>",
                            },
                            {
                                "PositionTitle": "Welder",
                                "EmploymentPeriod": {
                                    "StartDate": {"FormattedDateTime": "2014-02-17"},
                                    "EndDate": {"FormattedDateTime": "2018-08-31"},
                                    "CurrentIndicator": "false",
                                },
                            },
                        ],
                    },
                ]
            },
            "EducationHistory": {
                "EducationOrganizationAttendance": {
                    "OrganizationName": "Escola Profissional do Porto",
                    "AttendancePeriod": {
                        "StartDate": {"FormattedDateTime": "2010"},
                        "EndDate": {"FormattedDateTime": "2013-07"},
                    },
                    "EducationDegree": {"DegreeName": "Técnico de Soldadura"},
                }
            },
            "PersonQualifications": {
                "PersonCompetency": [
                    {
                        "CompetencyID": {"@schemeName": "iso639", "#text": "eng"},
                        "CompetencyName": "English",
                        "TaxonomyID": "language",
                        "CompetencyDimension": [
                            {"Score": {"ScoreText": "C1"}},
                            {"Score": {"ScoreText": "B2"}},
                            {"Score": {"ScoreText": "C1"}},
                        ],
                    },
                    {"CompetencyName": "TIG welding", "TaxonomyID": "other"},
                    {"TaxonomyID": "other"},
                ]
            },
            "Certifications": {"Certification": {"CertificationName": "ISO 9606-1", "IssuingAuthorityName": "TÜV"}},
            "Licenses": {"License": [{"LicenseName": "B"}, {"IssuingAuthorityName": "nobody"}]},
        },
    }
}


def test_a_profile_of_the_new_edition_is_read_whole() -> None:
    assert read(CANDIDATE) == Career(
        full_name="Ana Lima",
        email="ana@example.pt",
        phone="+351 912345678",
        website="ana.example.pt",
        location="Porto, PT",
        professional_summary="Welder of ships.\nNine years at the yard.",
        experiences=[
            Experience(
                title="Lead welder", company="Estaleiros de Viana", location="Viana do Castelo",
                start_date=PartialDate("2018-09"), is_current=True, description="Hulls.",
                achievements=["Led six welders", "No accidents"],
            ),
            Experience(
                title="Welder", company="Estaleiros de Viana", location="Viana do Castelo",
                start_date=PartialDate("2014-02-17"), end_date=PartialDate("2018-08-31"),
            ),
        ],
        education=[
            Education(
                institution="Escola Profissional do Porto", degree="Técnico de Soldadura",
                start_date=PartialDate("2010"), end_date=PartialDate("2013-07"),
            )
        ],
        skills=[
            Skill(category="language", name="English", proficiency="C1/B2"),
            Skill(name="TIG welding"),
            Skill(category="certification", name="ISO 9606-1", issuer="TÜV"),
            Skill(category="certification", name="B"),
        ],
    )  # fmt: skip


def test_a_profile_without_its_root_is_read_too() -> None:
    assert read({"CandidatePerson": {"PersonName": {"GivenName": "Ana"}}}) == Career(full_name="Ana")
    assert read({"LearnerInfo": {"Headline": {"Description": {"Label": "Welder"}}}}) == Career(headline="Welder")


def test_a_profile_of_the_old_edition_as_json_is_read_whole() -> None:
    career = read(
        {
            "SkillsPassport": {
                "LearnerInfo": {
                    "Identification": {
                        "PersonName": {"FirstName": "Ana", "Surname": "Lima"},
                        "ContactInfo": {
                            "Email": "ana@example.pt",
                            "Telephone": [
                                {"Use": {"Code": "mobile"}, "Contact": " "},
                                {"Use": {"Code": "home"}, "Contact": "+351 222 000 111"},
                            ],
                            "Website": [{"Contact": "https://ana.example.pt"}],
                        },
                    },
                    "WorkExperience": [
                        {
                            "Period": {"From": {"Year": 2016, "Month": 2, "Day": 31}, "To": {"Year": 2018, "Month": 8}},
                            "Position": "Welder",
                            "Activities": "Hulls<br/>and decks",
                            "Employer": {
                                "Name": "Estaleiros",
                                "ContactInfo": {
                                    "Address": {"Contact": {"Municipality": "Viana", "Country": {"Label": "Portugal"}}}
                                },
                            },
                        },
                        {"Period": {"From": "2014-02", "Current": True}, "Position": {"Label": "Apprentice"}},
                        {"Period": {"From": {"Year": "soon"}}},
                    ],
                    "Education": [
                        {
                            "Period": {"From": {"Year": 2010}, "To": {"Year": 2013}},
                            "Title": "Welding certificate",
                            "Organisation": {"Name": "Escola Profissional"},
                            "Field": {"Label": "Metal work"},
                        }
                    ],
                    "Skills": {
                        "Linguistic": {
                            "MotherTongue": [{"Description": {"Label": "Portuguese"}}, {"Description": {"Code": "es"}}],
                            "ForeignLanguage": [{"Description": {"Label": "English"}}, {"ProficiencyLevel": {}}],
                        },
                        "Communication": {"Description": "Calm<br>Clear"},
                        "Computer": {"Description": "<ul><li>AutoCAD</li><li>Excel</li></ul>"},
                        "Driving": {"Description": ["B"]},
                    },
                    "Achievement": [
                        {"Title": {"Label": "Prizes"}, "Description": "<p>Welder of the year 2019</p>"},
                        {"Title": {}},
                    ],
                }
            }
        }
    )
    assert career == Career(
        full_name="Ana Lima",
        email="ana@example.pt",
        phone="+351 222 000 111",
        website="https://ana.example.pt",
        experiences=[
            Experience(
                title="Welder", company="Estaleiros", location="Viana, Portugal", start_date=PartialDate("2016-02"),
                end_date=PartialDate("2018-08"), description="Hulls\nand decks",
            ),
            Experience(title="Apprentice", start_date=PartialDate("2014-02"), is_current=True),
            Experience(),
        ],
        education=[
            Education(
                institution="Escola Profissional", degree="Welding certificate", field_of_study="Metal work",
                start_date=PartialDate("2010"), end_date=PartialDate("2013"),
            )
        ],
        skills=[
            Skill(category="language", name="Portuguese", proficiency="native"),
            Skill(category="language", name="English"),
        ],
        custom_fields={
            "communication_skills": ["Calm", "Clear"],
            "computer_skills": ["AutoCAD", "Excel"],
            "achievements": ["Prizes: Welder of the year 2019"],
        },
    )  # fmt: skip


@pytest.mark.parametrize("value", [[], [[]], "text", {"LearnerInfo": [{}]}, {"LearnerInfo": []}])
def test_a_passport_without_a_learner_gives_an_empty_career(value: object) -> None:
    assert read({"SkillsPassport": value}) == Career()
