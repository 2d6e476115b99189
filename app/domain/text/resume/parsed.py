"""What reading a resume yields."""

from dataclasses import dataclass, field

from app.domain.text.career import Career


@dataclass(slots=True, kw_only=True)
class ParsedResume:
    """A resume as read. Items of `career` carry no ids yet.

    `confidence` maps a field path (`full_name`, `experiences.0.company`) to 0-1. `unplaced` lists the lines that belong
    to no field, so that nothing of the file is lost. `links` are all hyperlinks found. `language` is ISO 639-1.
    """

    career: Career = field(default_factory=Career)
    confidence: dict[str, float] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    language: str = "en"
