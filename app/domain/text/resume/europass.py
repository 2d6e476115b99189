"""A Europass profile to a career: the XML of 2013 (SkillsPassport, also as JSON) and that of 2020 (Candidate)."""

import re

from app.domain.partial_date import PartialDate, partial_date
from app.domain.regex import regex
from app.domain.text.career import Education, Experience, Skill
from app.domain.text.resume.parsed import ParsedResume

_LIST_MARK = regex(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_BREAK = regex(r"<br\s*/?>|</p>|</li>|</div>", re.IGNORECASE)
_TAG = regex(r"</?[a-zA-Z][^<>]{0,300}>")


def parse_europass(data: dict[str, object]) -> ParsedResume:
    """Return the career that a Europass profile tells; elements of no known edition give an empty career."""
    parsed = ParsedResume()
    learner = _at(data, "SkillsPassport.LearnerInfo") or _at(data, "LearnerInfo")
    if learner is not None:
        _read_learner(parsed, learner)
    else:
        _read_candidate(parsed, _at(data, "Candidate") or data)
    career = parsed.career
    parsed.confidence = {name: 1.0 for name in ("full_name", "email", "phone", "location") if getattr(career, name)}
    parsed.links = [career.website] if career.website else []
    return parsed


def _at(value: object, path: str) -> object:
    """Follow `path` through objects; of a list the first is taken."""
    for name in path.split("."):
        while isinstance(value, list):
            value = value[0] if value else None
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def _all(value: object, path: str) -> list[object]:
    """Return every object at `path`, one or many."""
    found = [value]
    for name in path.split("."):
        found = [
            inner
            for one in found
            for part in (one if isinstance(one, list) else [one])
            if isinstance(part, dict) and (inner := part.get(name)) is not None
        ]
    return [part for one in found for part in (one if isinstance(one, list) else [one])]


def _text(value: object, *paths: str) -> str:
    for path in paths:
        found = _at(value, path)
        if isinstance(found, list):
            found = found[0] if found else None
        if isinstance(found, dict):
            found = found.get("#text") or found.get("Label")
        if isinstance(found, str | int) and str(found).strip():
            return _plain(str(found))
    return ""


def _plain(text: str) -> str:
    return re.sub(r"[ \t]+", " ", _TAG.sub("", _BREAK.sub("\n", text))).strip()


def _told(text: str) -> tuple[str, list[str]]:
    head, *items = _LIST_MARK.split(text)
    return _plain(head), [line for item in items if (line := _plain(item))]


def _raw(value: object, path: str) -> str:
    found = _at(value, path)
    found = found.get("#text", "") if isinstance(found, dict) else found
    return found if isinstance(found, str) else ""


def _day(value: object) -> PartialDate | None:
    """Read `{year, month, day}` (months may be written `--03`) or an ISO date."""
    year, month, day = (_text(value, f"@{name.lower()}", name) for name in ("Year", "Month", "Day"))
    text = _text(value, "FormattedDateTime") or (value if isinstance(value, str) else "")
    if not year and (match := re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text)):
        year, month, day = (part or "" for part in match.groups())
    parts = [year, month.strip("-").zfill(2) if month else "", day.strip("-").zfill(2) if day else ""]
    for count in (3, 2, 1):
        if all(parts[:count]):
            try:
                return partial_date("-".join(parts[:count]))
            except ValueError:
                continue
    return None


def _read_learner(parsed: ParsedResume, learner: object) -> None:
    career, person = parsed.career, _at(learner, "Identification")
    names = (_text(person, "PersonName.FirstName"), _text(person, "PersonName.Surname"))
    career.full_name = " ".join(part for part in names if part)
    career.email = _text(person, "ContactInfo.Email.Contact", "ContactInfo.Email")
    phones = [*_all(person, "ContactInfo.TelephoneList.Telephone"), *_all(person, "ContactInfo.Telephone")]
    career.phone = next((number for one in phones if (number := _text(one, "Contact"))), "")
    career.website = _text(person, "ContactInfo.WebsiteList.Website.Contact", "ContactInfo.Website.Contact")
    address = _at(person, "ContactInfo.Address.Contact")
    career.location = ", ".join(
        part for part in (_text(address, "Municipality"), _text(address, "Country.Label")) if part
    )
    career.headline = _text(learner, "Headline.Description.Label")
    for job in [*_all(learner, "WorkExperienceList.WorkExperience"), *_all(learner, "WorkExperience")]:
        career.experiences.append(_job(job))
    for study in [*_all(learner, "EducationList.Education"), *_all(learner, "Education")]:
        career.education.append(_study(study))
    _read_learner_skills(parsed, _at(learner, "Skills"))
    achievements = [*_all(learner, "AchievementList.Achievement"), *_all(learner, "Achievement")]
    lines = [
        ": ".join(part for part in (_text(one, "Title.Label"), _text(one, "Description")) if part)
        for one in achievements
    ]
    if any(lines):
        career.custom_fields["achievements"] = [line for line in lines if line]


def _job(job: object) -> Experience:
    told, bullets = _told(_raw(job, "Activities"))
    start, end = _day(_at(job, "Period.From")), _day(_at(job, "Period.To"))
    place = (
        _text(job, "Employer.ContactInfo.Address.Contact.Municipality"),
        _text(job, "Employer.ContactInfo.Address.Contact.Country.Label"),
    )
    return Experience(
        title=_text(job, "Position.Label", "Position"), company=_text(job, "Employer.Name"),
        location=", ".join(part for part in place if part), start_date=start, end_date=end,
        is_current=_text(job, "Period.Current").lower() == "true" or str(_at(job, "Period.Current")) == "True",
        description=told, achievements=bullets,
    )  # fmt: skip


def _study(study: object) -> Education:
    return Education(
        institution=_text(study, "Organisation.Name"), degree=_text(study, "Title"),
        field_of_study=_text(study, "Field.Label"),
        start_date=_day(_at(study, "Period.From")), end_date=_day(_at(study, "Period.To")),
    )  # fmt: skip


def _read_learner_skills(parsed: ParsedResume, skills: object) -> None:
    found = parsed.career.skills
    for tongue in [
        *_all(skills, "Linguistic.MotherTongueList.MotherTongue"), *_all(skills, "Linguistic.MotherTongue"),
    ]:  # fmt: skip
        if name := _text(tongue, "Description.Label"):
            found.append(Skill(category="language", name=name, proficiency="native"))
    for foreign in [
        *_all(skills, "Linguistic.ForeignLanguageList.ForeignLanguage"), *_all(skills, "Linguistic.ForeignLanguage"),
    ]:  # fmt: skip
        kinds = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")
        levels = [level for kind in kinds if (level := _text(foreign, f"ProficiencyLevel.{kind}"))]
        if name := _text(foreign, "Description.Label"):
            found.append(Skill(category="language", name=name, proficiency="/".join(dict.fromkeys(levels))))
    for kind in ("Communication", "Organisational", "JobRelated", "Computer", "Digital", "Other"):
        told, items = _told(_raw(skills, f"{kind}.Description"))
        lines = [*items] or [line for line in told.splitlines() if line]
        if lines:
            parsed.career.custom_fields[f"{kind.lower()}_skills"] = lines


def _read_candidate(parsed: ParsedResume, candidate: object) -> None:
    career, person = parsed.career, _at(candidate, "CandidatePerson")
    names = (_text(person, "PersonName.GivenName"), _text(person, "PersonName.FamilyName"))
    career.full_name = " ".join(part for part in names if part)
    for way in _all(person, "Communication"):
        _read_way(parsed, way)
    profile = _at(candidate, "CandidateProfile")
    career.professional_summary = _text(profile, "ExecutiveSummary", "Summary")
    for employer in _all(profile, "EmploymentHistory.EmployerHistory"):
        for position in _all(employer, "PositionHistory"):
            career.experiences.append(_position(employer, position))
    for attended in _all(profile, "EducationHistory.EducationOrganizationAttendance"):
        career.education.append(_attendance(attended))
    for competency in _all(profile, "PersonQualifications.PersonCompetency"):
        name = _text(competency, "CompetencyName", "CompetencyID")
        is_language = "language" in _text(competency, "TaxonomyID").lower()
        levels = [_text(one, "Score.ScoreText") for one in _all(competency, "CompetencyDimension")]
        level = "/".join(dict.fromkeys(one for one in levels if one))
        if name:
            career.skills.append(
                Skill(category="language" if is_language else "technical", name=name, proficiency=level)
            )
    for one in [*_all(profile, "Certifications.Certification"), *_all(profile, "Licenses.License")]:
        if name := _text(one, "CertificationName", "LicenseName", "Name"):
            career.skills.append(Skill(category="certification", name=name, issuer=_text(one, "IssuingAuthorityName")))


def _read_way(parsed: ParsedResume, way: object) -> None:
    career, channel = parsed.career, _text(way, "ChannelCode").lower()
    uri, number = _text(way, "URI"), _text(way, "DialNumber")
    if "@" in uri and not career.email:
        career.email = uri.removeprefix("mailto:")
    elif number and not career.phone:
        dialling = _text(way, "CountryDialing")
        career.phone = f"+{dialling.lstrip('+')} {number}" if dialling else number
    elif uri and ("web" in channel or uri.startswith("http")) and not career.website:
        career.website = uri
    place = (_text(way, "Address.CityName"), _text(way, "Address.CountryCode").upper())
    if not career.location:
        career.location = ", ".join(part for part in place if part)


def _position(employer: object, position: object) -> Experience:
    told, bullets = _told(_raw(position, "Description"))
    end = _day(_at(position, "EmploymentPeriod.EndDate"))
    return Experience(
        title=_text(position, "PositionTitle"), company=_text(employer, "OrganizationName"),
        location=_text(employer, "OrganizationContact.Communication.Address.CityName"),
        start_date=_day(_at(position, "EmploymentPeriod.StartDate")), end_date=end,
        is_current=_text(position, "EmploymentPeriod.CurrentIndicator").lower() == "true",
        description=told, achievements=bullets,
    )  # fmt: skip


def _attendance(attended: object) -> Education:
    return Education(
        institution=_text(attended, "OrganizationName"),
        degree=_text(attended, "EducationDegree.DegreeName", "ProgramName"),
        start_date=_day(_at(attended, "AttendancePeriod.StartDate")),
        end_date=_day(_at(attended, "AttendancePeriod.EndDate")),
    )  # fmt: skip
