"""The sections of a career, of which an import may take some and leave the others."""

from collections.abc import Collection
from dataclasses import replace
from typing import Literal, get_args

from app.domain.text.career import Career

CareerSection = Literal["contact", "experiences", "education", "projects", "skills", "custom_fields"]
SECTIONS: tuple[CareerSection, ...] = get_args(CareerSection)


def section_of(path: str) -> CareerSection:
    """Return the section of a field path: `experiences.0.title` is of `experiences`, `email` of `contact`."""
    first = path.partition(".")[0]
    return next((section for section in SECTIONS if section == first), "contact")


def only_sections(career: Career, taken: Collection[CareerSection]) -> Career:
    """Return the career with nothing in the sections that are not taken."""
    empty = Career(id=career.id, version=career.version)
    header = career if "contact" in taken else empty
    lists = {name: getattr(career if name in taken else empty, name) for name in SECTIONS if name != "contact"}
    return replace(header, **lists)
