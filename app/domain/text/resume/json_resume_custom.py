"""The sections of a JSON Resume that a career has no field for, as lines to read."""

from app.domain.text.career import Career
from app.domain.text.resume.json_resume_form import FORM
from app.domain.text.resume.json_resume_items import Json, items_of, object_of, text_of, texts_of

LISTED = {
    "volunteer": "volunteering",
    "awards": "awards",
    "publications": "publications",
    "interests": "interests",
    "references": "references",
}


def profile_url(item: Json) -> str:
    """Return where a profile leads; on the two large networks its user name tells."""
    url, name = text_of(item, "url"), text_of(item, "username").lstrip("@")
    network = text_of(item, "network").lower()
    if url or not name or network not in {"github", "linkedin"}:
        return url
    return f"https://github.com/{name}" if network == "github" else f"https://www.linkedin.com/in/{name}"


def custom_lines(document: Json, career: Career) -> dict[str, object]:
    """Return what a career has no field for, as lines to read, by the name of the custom field."""
    custom: dict[str, object] = {}
    for name, key in LISTED.items():
        if lines := [line for item in items_of(document, name) if (line := _line(name, item))]:
            custom[key] = lines
    courses = [
        f"{text_of(item, 'institution')}: {course}"
        for item in items_of(document, "education")
        for course in texts_of(item, "courses")
    ]
    if courses:
        custom["coursework"] = courses
    others = [
        url for item in items_of(object_of(document, "basics"), "profiles")
        if (url := profile_url(item)) and url not in {career.linkedin, career.github}
    ]  # fmt: skip
    if others:
        custom["links"] = others
    for name, value in document.items():
        if name not in FORM and (lines := _strings(value)):
            custom[name] = lines
    return custom


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _line(section: str, item: Json) -> str:
    """One line for an item: who and what, when, and what it says."""
    named = {
        "volunteer": ("position", "organization"), "awards": ("title", "awarder"),
        "publications": ("name", "publisher"),
        "interests": ("name",), "references": ("name",),
    }[section]  # fmt: skip
    head = ", ".join(part for name in named if (part := text_of(item, name)))
    dates = " – ".join(
        part for name in ("startDate", "endDate", "date", "releaseDate") if (part := text_of(item, name))
    )
    told = [text_of(item, "summary") or text_of(item, "reference"), *texts_of(item, "highlights")]
    tail = " ".join(part for part in told if part) or ", ".join(texts_of(item, "keywords"))
    head = f"{head} ({dates})" if dates and head else head or dates
    return ": ".join(part for part in (head, tail) if part)
