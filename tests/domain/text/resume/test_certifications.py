"""Certificates, in the ways in which people set them."""

import pytest

from app.domain.partial_date import PartialDate
from app.domain.text.career import Skill
from app.domain.text.resume import parse_resume
from app.domain.text.skills import lexicon
from tests.domain.text.resume.reading import source_of


def certificate(name: str, issuer: str = "", obtained: str = "", number: str = "") -> Skill:
    date = PartialDate(obtained) if obtained else None
    return Skill(category="certification", name=name, issuer=issuer, date_obtained=date, credential_id=number)


CERTIFICATES: dict[str, tuple[str, list[Skill]]] = {
    "date and issuer in rows below": (
        """
        AWS Certified Solutions Architect
        Mar 2021
        Amazon Web Services
        Certified ScrumMaster (CSM)
        2019
        """,
        [
            certificate("AWS Certified Solutions Architect", "Amazon Web Services", "2021-03"),
            certificate("Certified ScrumMaster (CSM)", "", "2019"),
        ],
    ),
    "issuer behind comma, dash, and words": (
        """
        First Aid at Work, St John Ambulance, 2022
        Food Safety Level 3 – Highfield Qualifications – Credential ID 4455-AB
        Certified Security – Specialty, Amazon (2020)
        Forklift Licence issued by Arbeitsinspektorat
        Gas Engineer (Gas Safe Register)
        """,
        [
            certificate("First Aid at Work", "St John Ambulance", "2022"),
            certificate("Food Safety Level 3", "Highfield Qualifications", number="4455-AB"),
            certificate("Certified Security – Specialty", "Amazon", "2020"),
            certificate("Forklift Licence", "Arbeitsinspektorat"),
            certificate("Gas Engineer", "Gas Safe Register"),
        ],
    ),
    "a list in one row": (
        "ServSafe Manager, CPR, Certified Sommelier",
        [certificate("ServSafe Manager"), certificate("CPR"), certificate("Certified Sommelier")],
    ),
    "two in one row, each with its year": (
        "PMP (Project Management Institute, 2022), Scrum Master (Scrum.org, 2020)",
        [certificate("PMP", "Project Management Institute", "2022"), certificate("Scrum Master", "Scrum.org", "2020")],
    ),
    "a name that wraps before its issuer": (
        """
        Certificate of Advanced Studies in the teaching of German as a foreign
        language – Universität Zürich
        Licensed Practical Nurse (State of
        Ohio)
        """,
        [
            certificate(
                "Certificate of Advanced Studies in the teaching of German as a foreign language", "Universität Zürich"
            ),
            certificate("Licensed Practical Nurse (State of Ohio)"),
        ],
    ),
    "an issuer that wraps": (
        """
        Electrical Installation Diploma – City and Guilds of London, in partnership
        with the Leeds College of Building
        """,
        [
            certificate(
                "Electrical Installation Diploma",
                "City and Guilds of London, in partnership with the Leeds College of Building",
            )
        ],
    ),
    "a number alone is no certificate": ("Licence no. 55-1234\nHGV Class 1", [certificate("HGV Class 1")]),
    "German": (
        """
        Ausbildereignung (AEVO) – IHK München, 2019
        Staplerschein durch TÜV Süd
        """,
        [certificate("Ausbildereignung (AEVO)", "IHK München", "2019"), certificate("Staplerschein", "TÜV Süd")],
    ),
}


@pytest.mark.parametrize("name", CERTIFICATES)
def test_a_certificate_is_read_whole(name: str) -> None:
    text, expected = CERTIFICATES[name]
    career = parse_resume(source_of(f"Certifications\n{text.strip()}"), lexicon()).career
    assert career.skills == expected
