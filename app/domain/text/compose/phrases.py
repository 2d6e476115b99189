"""The sentence frames of a summary, by language. What is put into them are facts, unchanged."""

from dataclasses import dataclass

from app.domain.text.compose.options import WrittenLanguage


@dataclass(frozen=True, slots=True)
class SummaryFrames:
    """Frames of a summary. `untimed_focus`, `project_focus` and `skill_focus` follow a title or a degree."""

    years: str
    over_years: str
    one_year: str
    over_one_year: str
    with_years: str
    untimed_focus: str
    timed_work: str
    timed_skills: str
    skill_focus: str
    project_focus: str
    student: str
    student_of: str
    graduate: str
    qualified: str
    includes: str
    skilled: str
    achievement: str
    latest: str
    certified: str
    certified_one: str
    speaks: str


_FRAMES: dict[WrittenLanguage, SummaryFrames] = {
    "en": SummaryFrames(
        years="{n} years",
        over_years="over {n} years",
        one_year="one year",
        over_one_year="over a year",
        with_years="{title} with {years} of experience",
        untimed_focus=" with experience in {terms}",
        timed_work=" and hands-on work in {terms}",
        timed_skills=" and skills in {terms}",
        skill_focus=" with skills in {terms}",
        project_focus=" with hands-on work in {terms}",
        student="{field} student at {institution}",
        student_of="Student at {institution} ({degree})",
        graduate="{field} graduate ({degree}, {institution})",
        qualified="{degree}, {institution},",
        includes="Work has included {terms}.",
        skilled="Skilled in {terms}.",
        achievement="At {company}: {bullet}.",
        latest="Most recently at {company}: {bullet}.",
        certified="Certifications: {names}.",
        certified_one="Certification: {names}.",
        speaks="Languages: {names}.",
    ),
    "de": SummaryFrames(
        years="{n} Jahren",
        over_years="über {n} Jahren",
        one_year="einem Jahr",
        over_one_year="über einem Jahr",
        with_years="{title} mit {years} Berufserfahrung",
        untimed_focus=" mit Erfahrung in {terms}",
        timed_work=" und praktischer Erfahrung in {terms}",
        timed_skills=" und Kenntnissen in {terms}",
        skill_focus=" mit Kenntnissen in {terms}",
        project_focus=" mit praktischer Erfahrung in {terms}",
        student="Studium {field}, {institution},",
        student_of="Studium ({degree}), {institution},",
        graduate="{degree}, {field} ({institution}),",
        qualified="{degree} ({institution}),",
        includes="Gearbeitet unter anderem mit {terms}.",
        skilled="Kenntnisse in {terms}.",
        achievement="Bei {company}: {bullet}.",
        latest="Zuletzt bei {company}: {bullet}.",
        certified="Zertifikate: {names}.",
        certified_one="Zertifikat: {names}.",
        speaks="Sprachen: {names}.",
    ),
    "fr": SummaryFrames(
        years="{n} ans",
        over_years="plus de {n} ans",
        one_year="un an",
        over_one_year="plus d’un an",
        with_years="{title} avec {years} d’expérience",
        untimed_focus=" avec une expérience en {terms}",
        timed_work=" et une pratique de {terms}",
        timed_skills=" et des compétences en {terms}",
        skill_focus=" avec des compétences en {terms}",
        project_focus=" avec une pratique de {terms}",
        student="Études de {field}, {institution},",
        student_of="Études ({degree}), {institution},",
        graduate="{degree}, {field} ({institution}),",
        qualified="{degree} ({institution}),",
        includes="Travail notamment sur {terms}.",
        skilled="Compétences en {terms}.",
        achievement="Chez {company} : {bullet}.",
        latest="Dernièrement chez {company} : {bullet}.",
        certified="Certifications : {names}.",
        certified_one="Certification : {names}.",
        speaks="Langues : {names}.",
    ),
    "es": SummaryFrames(
        years="{n} años",
        over_years="más de {n} años",
        one_year="un año",
        over_one_year="más de un año",
        with_years="{title} con {years} de experiencia",
        untimed_focus=" con experiencia en {terms}",
        timed_work=" y trabajo práctico en {terms}",
        timed_skills=" y conocimientos de {terms}",
        skill_focus=" con conocimientos de {terms}",
        project_focus=" con trabajo práctico en {terms}",
        student="Estudios de {field}, {institution},",
        student_of="Estudios ({degree}), {institution},",
        graduate="{degree}, {field} ({institution}),",
        qualified="{degree} ({institution}),",
        includes="Trabajo con {terms}, entre otros.",
        skilled="Conocimientos de {terms}.",
        achievement="En {company}: {bullet}.",
        latest="Recientemente en {company}: {bullet}.",
        certified="Certificaciones: {names}.",
        certified_one="Certificación: {names}.",
        speaks="Idiomas: {names}.",
    ),
}


def summary_frames(language: WrittenLanguage) -> SummaryFrames:
    """Return the frames of `language`."""
    return _FRAMES[language]


def years_phrase(months: int, language: WrittenLanguage) -> str:
    """Return "over 7 years" for 7 years and at least a quarter, "7 years" for 7 years; empty below one year."""
    frames = _FRAMES[language]
    return choose_years(months, (frames.years, frames.over_years, frames.one_year, frames.over_one_year))


def choose_years(months: int, frames: tuple[str, str, str, str]) -> str:
    """Return the frame for `months` out of years, over years, one year, over one year, filled; empty below one year."""
    years, beyond = months // 12, months % 12 >= 3
    if years < 1:
        return ""
    return frames[(2 if years == 1 else 0) + beyond].format(n=years)
