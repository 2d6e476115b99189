"""Section headings and labels as applicant tracking systems expect them, in the languages the writer knows."""

from app.domain.text.compose.options import WrittenLanguage
from app.domain.text.document import SectionKind

_HEADINGS: dict[WrittenLanguage, dict[SectionKind, str]] = {
    "en": {
        "summary": "Summary", "experience": "Experience", "education": "Education", "projects": "Projects",
        "skills": "Skills", "certifications": "Certifications", "languages": "Languages",
        "custom": "Additional Information",
    },
    "de": {
        "summary": "Profil", "experience": "Berufserfahrung", "education": "Ausbildung", "projects": "Projekte",
        "skills": "Kenntnisse", "certifications": "Zertifikate", "languages": "Sprachen", "custom": "Weiteres",
    },
    "fr": {
        "summary": "Profil", "experience": "Expérience professionnelle", "education": "Formation",
        "projects": "Projets", "skills": "Compétences", "certifications": "Certifications", "languages": "Langues",
        "custom": "Informations complémentaires",
    },
    "es": {
        "summary": "Perfil", "experience": "Experiencia profesional", "education": "Formación",
        "projects": "Proyectos", "skills": "Competencias", "certifications": "Certificaciones", "languages": "Idiomas",
        "custom": "Información adicional",
    },
}  # fmt: skip

# Keys that resumes name in many ways, and how the section is headed: English, German, French, Spanish.
_CUSTOM: dict[str, tuple[str, str, str, str]] = {
    "publications": ("Publications", "Publikationen", "Publications", "Publicaciones"),
    "awards": ("Awards", "Auszeichnungen", "Distinctions", "Premios"),
    "honors": ("Honors", "Auszeichnungen", "Distinctions", "Reconocimientos"),
    "volunteer": ("Volunteering", "Ehrenamt", "Bénévolat", "Voluntariado"),
    "volunteering": ("Volunteering", "Ehrenamt", "Bénévolat", "Voluntariado"),
    "interests": ("Interests", "Interessen", "Centres d’intérêt", "Intereses"),
    "hobbies": ("Interests", "Interessen", "Centres d’intérêt", "Intereses"),
    "references": ("References", "Referenzen", "Références", "Referencias"),
    "courses": ("Courses", "Weiterbildung", "Formations complémentaires", "Cursos"),
    "training": ("Training", "Weiterbildung", "Formations complémentaires", "Formación complementaria"),
    "patents": ("Patents", "Patente", "Brevets", "Patentes"),
    "conferences": ("Conferences", "Konferenzen", "Conférences", "Congresos"),
    "presentations": ("Presentations", "Vorträge", "Communications", "Ponencias"),
    "talks": ("Talks", "Vorträge", "Conférences", "Ponencias"),
    "teaching": ("Teaching", "Lehre", "Enseignement", "Docencia"),
    "grants": ("Grants", "Fördermittel", "Financements", "Becas y proyectos financiados"),
    "memberships": ("Memberships", "Mitgliedschaften", "Affiliations", "Afiliaciones"),
    "affiliations": ("Affiliations", "Mitgliedschaften", "Affiliations", "Afiliaciones"),
    "activities": ("Activities", "Aktivitäten", "Activités", "Actividades"),
    "achievements": ("Achievements", "Erfolge", "Réalisations", "Logros"),
}
_POSITION: dict[WrittenLanguage, int] = {"en": 0, "de": 1, "fr": 2, "es": 3}

_SOFT: dict[WrittenLanguage, str] = {
    "en": "Soft skills", "de": "Soziale Kompetenzen", "fr": "Savoir-être", "es": "Habilidades personales",
}  # fmt: skip
_MORE: dict[WrittenLanguage, str] = {
    "en": "Other", "de": "Weitere", "fr": "Autres", "es": "Otros",
}  # fmt: skip
_GRADE: dict[WrittenLanguage, str] = {"en": "GPA", "de": "Note", "fr": "Moyenne", "es": "Nota media"}
_TECHNOLOGIES: dict[WrittenLanguage, str] = {
    "en": "Technologies", "de": "Technologien", "fr": "Technologies", "es": "Tecnologías",
}  # fmt: skip


def heading_of(kind: SectionKind, language: WrittenLanguage) -> str:
    """Return the usual heading of a section; a letter has none."""
    return _HEADINGS[language].get(kind, "")


def custom_heading(key: str, language: WrittenLanguage) -> str:
    """Return the heading of a section of the candidate's own, from the key it is stored under."""
    known = _CUSTOM.get(key.strip().casefold())
    if known:
        return known[_POSITION[language]]
    words = key.replace("_", " ").replace("-", " ").split()
    return " ".join(words)[:1].upper() + " ".join(words)[1:] if words else heading_of("custom", language)


def soft_label(language: WrittenLanguage) -> str:
    """Return what a row of soft skills is called."""
    return _SOFT[language]


def more_label(language: WrittenLanguage) -> str:
    """Return what a row of all other skills is called."""
    return _MORE[language]


def grade_label(language: WrittenLanguage) -> str:
    """Return what stands before a bare grade."""
    return _GRADE[language]


def technologies_label(language: WrittenLanguage) -> str:
    """Return what stands before a project's technologies."""
    return _TECHNOLOGIES[language]
