"""How a skill is spoken of in a sentence: a tool by its name, a field of work as an ordinary word."""

from app.domain.text.skills import Lexicon

_TOOLS = frozenset(
    {
        "AWS service", "Azure service", "backend framework", "CAD and engineering software", "CI/CD", "cloud platform",
        "CMS and e-commerce", "container", "CRM and sales tool", "data science library", "database", "design tool",
        "developer tool", "ERP", "finance tool", "frontend", "games and XR", "Google Cloud service",
        "infrastructure as code", "low-code platform", "mobile", "office software", "operating system",
        "programming language", "software library or tool", "statistics and research tool",
        "tools for work management", "version control", "web server and middleware",
    }
)  # fmt: skip
_ALSO_TOOLS = frozenset({"Airflow", "dbt", "Spark", "Kafka", "Databricks", "Power BI", "Tableau", "Looker", "Selenium"})
_NO_TOOLS = frozenset({"PaaS", "IaaS", "SaaS", "Programming", "Databases", "Containers", "Deployment", "Scripting"})
# Names that end like this are fields of work, whatever group they stand in.
_FIELDS = frozenset(
    """
    administration applications architecture computing control databases delivery deployment design development
    integration management migration pages performance programming rendering systems
    """.split()
)


def is_tool(skill: str, lexicon: Lexicon) -> bool:
    """Tell whether `skill` is the name of a thing one works with, rather than a field of work."""
    entry = lexicon.get(skill)
    if entry is None or entry.name in _NO_TOOLS or entry.name.split()[-1].lower() in _FIELDS:
        return False
    return entry.group in _TOOLS or entry.name in _ALSO_TOOLS


def spoken(skill: str, lexicon: Lexicon) -> str:
    """Return the skill as it stands inside a sentence: "Django", "change management", "SEO"."""
    entry = lexicon.get(skill)
    if entry is None or is_tool(skill, lexicon) or entry.category == "language":
        return entry.name if entry else skill
    return " ".join(_calm(word) for word in entry.name.split())


def _calm(word: str) -> str:
    parts = (part.lower() if part[1:].islower() or len(part) == 1 else part for part in word.split("-"))
    return "-".join(parts)
