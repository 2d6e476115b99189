"""Headings of sections, in the language of the document."""

from app.domain.text.document import Section, SectionKind
from app.domain.text.render.words import clean

_TITLES: dict[str, dict[SectionKind, str]] = {
    "en": {
        "summary": "Summary", "experience": "Experience", "education": "Education", "projects": "Projects",
        "skills": "Skills", "certifications": "Certifications", "languages": "Languages", "custom": "Additional",
    },
    "de": {
        "summary": "Profil", "experience": "Berufserfahrung", "education": "Ausbildung", "projects": "Projekte",
        "skills": "Kenntnisse", "certifications": "Zertifikate", "languages": "Sprachen", "custom": "Weiteres",
    },
    "fr": {
        "summary": "Profil", "experience": "Expérience", "education": "Formation", "projects": "Projets",
        "skills": "Compétences", "certifications": "Certifications", "languages": "Langues", "custom": "Divers",
    },
    "es": {
        "summary": "Perfil", "experience": "Experiencia", "education": "Formación", "projects": "Proyectos",
        "skills": "Competencias", "certifications": "Certificaciones", "languages": "Idiomas", "custom": "Otros datos",
    },
}  # fmt: skip


def heading(section: Section, language: str) -> str:
    """Return the heading of `section`: its own, or the usual one of its kind. Letters have none."""
    if section.kind == "letter":
        return ""
    titles = _TITLES.get(language.lower().replace("_", "-").split("-")[0], _TITLES["en"])
    return clean(section.title) or titles[section.kind]
