"""What the skills section calls its rows: the lexicon's fine groups gathered to the few that resumes use."""

from app.domain.text.compose.options import WrittenLanguage

_ORDER: tuple[WrittenLanguage, ...] = ("en", "de", "fr", "es")
_LABELS: dict[str, tuple[str, str, str, str]] = {
    "languages": ("Programming languages", "Programmiersprachen", "Langages", "Lenguajes de programación"),
    "frameworks": (
        "Frameworks and libraries",
        "Frameworks und Bibliotheken", "Frameworks et bibliothèques", "Frameworks y bibliotecas",
    ),
    "data": ("Data and analytics", "Daten und Analyse", "Données et analyse", "Datos y análisis"),
    "databases": ("Databases", "Datenbanken", "Bases de données", "Bases de datos"),
    "cloud": ("Cloud and DevOps", "Cloud und DevOps", "Cloud et DevOps", "Cloud y DevOps"),
    "systems": ("Systems and networks", "Systeme und Netzwerke", "Systèmes et réseaux", "Sistemas y redes"),
    "security": ("Security", "Sicherheit", "Sécurité", "Seguridad"),
    "testing": ("Testing", "Tests", "Tests", "Pruebas"),
    "web": ("CMS and e-commerce", "CMS und E-Commerce", "CMS et e-commerce", "CMS y comercio electrónico"),
    "integration": (
        "APIs and integration",
        "Schnittstellen und Integration", "API et intégration", "APIs e integración",
    ),
}  # fmt: skip
_FAMILIES = {
    "programming language": "languages",
    "backend framework": "frameworks", "frontend": "frameworks", "mobile": "frameworks", "games and XR": "frameworks",
    "software library or tool": "frameworks", "data science library": "data", "statistics and research tool": "data",
    "geographic information": "data", "API and integration": "integration",
    "analytics and BI": "data", "data engineering": "data", "data science": "data",
    "database": "databases",
    "AWS service": "cloud", "Azure service": "cloud", "Google Cloud service": "cloud", "cloud platform": "cloud",
    "container": "cloud", "CI/CD": "cloud", "infrastructure as code": "cloud", "observability": "cloud",
    "version control": "cloud",
    "operating system": "systems", "networking": "systems", "web server and middleware": "systems",
    "security": "security", "testing": "testing", "CMS and e-commerce": "web", "integration": "integration",
}  # fmt: skip


def family_of(group: str) -> str:
    """Return the family of a lexicon group; a group of no family is its own."""
    return _FAMILIES.get(group, group)


def family_label(family: str, language: WrittenLanguage) -> str:
    """Return what a row is called, or an empty text where the language has no word for it."""
    labels = _LABELS.get(family)
    if labels:
        return labels[_ORDER.index(language)]
    return family[:1].upper() + family[1:] if language == "en" else ""
