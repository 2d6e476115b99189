"""Read careers and documents from decoded JSON, which anybody may have written."""

from collections.abc import Callable
from typing import Literal, TypeVar, get_args

from app.domain.errors import ValidationError
from app.domain.partial_date import PartialDate, partial_date
from app.domain.text.career import Career, Education, Experience, Project, Skill, SkillCategory
from app.domain.text.document import (
    Content,
    DocumentType,
    Header,
    Item,
    Origin,
    Reason,
    Section,
    SectionKind,
    Sentence,
    Verdict,
)

_T = TypeVar("_T")
_MAX_TEXT = 100_000
_MAX_LIST = 2_000


def career_from_plain(plain: object) -> Career:
    """Return the career that a profile, as the API gives it, describes. Unknown keys are ignored, missing ones empty.

    Raises `ValidationError` naming the field that has the wrong type.
    """
    profile = _object(plain, "")
    return Career(
        id=_text(profile, "id", ""),
        version=_whole(profile, "version", "", default=1),
        full_name=_text(profile, "full_name", ""),
        email=_text(profile, "email", ""),
        phone=_text(profile, "phone", ""),
        location=_text(profile, "location", ""),
        linkedin=_text(profile, "linkedin", ""),
        github=_text(profile, "github", ""),
        website=_text(profile, "website", ""),
        headline=_text(profile, "headline", ""),
        professional_summary=_text(profile, "professional_summary", ""),
        custom_fields=_custom(profile),
        experiences=_list(profile, "experiences", "", _experience),
        education=_list(profile, "education", "", _education),
        projects=_list(profile, "projects", "", _project),
        skills=_list(profile, "skills", "", _skill),
    )


def content_from_plain(plain: object) -> Content:
    """Return the document that `plain` describes. Unknown keys are ignored, missing ones empty.

    Raises `ValidationError` naming the field that has the wrong type or an unknown kind.
    """
    document = _object(plain, "")
    header = _object({} if document.get("header") is None else document["header"], "header")
    return Content(
        document_type=_choice(document, "document_type", "", get_args(DocumentType), "resume"),
        language=_text(document, "language", "", default="en"),
        profile_id=_text(document, "profile_id", ""),
        profile_version=_whole(document, "profile_version", "", default=1),
        header=Header(
            full_name=_text(header, "full_name", "header"),
            headline=_text(header, "headline", "header"),
            email=_text(header, "email", "header"),
            phone=_text(header, "phone", "header"),
            location=_text(header, "location", "header"),
            links=_list(header, "links", "header", _link),
        ),
        sections=_list(document, "sections", "", _section),
        recipient=_text(document, "recipient", ""),
        subject=_text(document, "subject", ""),
    )


def _experience(value: object, path: str) -> Experience:
    plain = _object(value, path)
    start, end = _date(plain, "start_date", path), _date(plain, "end_date", path)
    return Experience(
        id=_text(plain, "id", path) or path,
        title=_text(plain, "title", path),
        company=_text(plain, "company", path),
        location=_text(plain, "location", path),
        start_date=start,
        end_date=end,
        is_current=_flag(plain, "is_current", path, default=start is not None and end is None),
        description=_text(plain, "description", path),
        achievements=_list(plain, "achievements", path, _string),
    )


def _education(value: object, path: str) -> Education:
    plain = _object(value, path)
    return Education(
        id=_text(plain, "id", path) or path,
        institution=_text(plain, "institution", path),
        degree=_text(plain, "degree", path),
        field_of_study=_text(plain, "field_of_study", path),
        start_date=_date(plain, "start_date", path),
        end_date=_date(plain, "end_date", path),
        gpa=_text(plain, "gpa", path),
        honors=_list(plain, "honors", path, _string),
    )


def _project(value: object, path: str) -> Project:
    plain = _object(value, path)
    return Project(
        id=_text(plain, "id", path) or path,
        name=_text(plain, "name", path),
        description=_text(plain, "description", path),
        technologies=_list(plain, "technologies", path, _string),
        url=_text(plain, "url", path),
        start_date=_date(plain, "start_date", path),
        end_date=_date(plain, "end_date", path),
    )


def _skill(value: object, path: str) -> Skill:
    plain = _object(value, path)
    return Skill(
        id=_text(plain, "id", path) or path,
        category=_choice(plain, "category", path, get_args(SkillCategory), "technical"),
        name=_text(plain, "name", path),
        proficiency=_text(plain, "proficiency", path),
        issuer=_text(plain, "issuer", path),
        date_obtained=_date(plain, "date_obtained", path),
        credential_id=_text(plain, "credential_id", path),
    )


def _section(value: object, path: str) -> Section:
    plain = _object(value, path)
    return Section(
        kind=_choice(plain, "kind", path, get_args(SectionKind), "custom"),
        title=_text(plain, "title", path),
        items=_list(plain, "items", path, _item),
    )


def _item(value: object, path: str) -> Item:
    plain = _object(value, path)
    item_id = plain.get("item_id")
    return Item(
        item_id=None if item_id is None else _text(plain, "item_id", path) or None,
        title=_text(plain, "title", path),
        organization=_text(plain, "organization", path),
        location=_text(plain, "location", path),
        start_date=_text(plain, "start_date", path),
        end_date=None if "end_date" in plain and plain["end_date"] is None else _text(plain, "end_date", path),
        url=_text(plain, "url", path),
        sentences=_list(plain, "sentences", path, _sentence),
    )


def _sentence(value: object, path: str) -> Sentence:
    plain = _object(value, path)
    return Sentence(
        text=_text(plain, "text", path),
        source_ids=_list(plain, "source_ids", path, _string),
        origin=_choice(plain, "origin", path, get_args(Origin), "builtin"),
        verdict=_choice(plain, "verdict", path, get_args(Verdict), "unchecked"),
        reasons=_list(plain, "reasons", path, _reason),
        refused=_list(plain, "refused", path, _string),
    )


def _reason(value: object, path: str) -> Reason:
    plain = _object(value, path)
    span = plain.get("span") or [0, 0]
    if not (isinstance(span, list) and len(span) == 2 and all(type(bound) is int for bound in span)):
        raise ValidationError.of_field(_at(path, "span"), "must be two whole numbers")
    return Reason(_text(plain, "kind", path), (span[0], span[1]), _text(plain, "message", path))


def _link(value: object, path: str) -> str:
    if isinstance(value, dict):
        return _text(value, "url", path)
    return _string(value, path)


def _custom(profile: dict[str, object]) -> dict[str, object]:
    plain = _object({} if profile.get("custom_fields") is None else profile["custom_fields"], "custom_fields")
    found: dict[str, object] = {}
    for key, value in plain.items():
        path = f"custom_fields.{key}"
        if isinstance(value, list):
            found[key] = [_string(one, f"{path}.{number}") for number, one in enumerate(value[:_MAX_LIST])]
        elif value is not None:
            found[key] = _string(value, path)
    return found


def _object(value: object, path: str) -> dict[str, object]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise ValidationError.of_field(path or "body", "must be an object")
    return value


def _list(plain: dict[str, object], name: str, path: str, read: Callable[[object, str], _T]) -> list[_T]:
    value = plain.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValidationError.of_field(_at(path, name), "must be a list")
    if len(value) > _MAX_LIST:
        raise ValidationError.of_field(_at(path, name), f"must have at most {_MAX_LIST} entries")
    return [read(one, f"{_at(path, name)}.{number}") for number, one in enumerate(value)]


def _text(plain: dict[str, object], name: str, path: str, *, default: str = "") -> str:
    value = plain.get(name)
    return default if value is None else _string(value, _at(path, name))


def _string(value: object, path: str) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise ValidationError.of_field(path, "must be text")
    if len(value) > _MAX_TEXT:
        raise ValidationError.of_field(path, f"must have at most {_MAX_TEXT} characters")
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise ValidationError.of_field(path, "must not have lone surrogates")
    return value


def _whole(plain: dict[str, object], name: str, path: str, *, default: int) -> int:
    value = plain.get(name)
    if value is None:
        return default
    if type(value) is not int:
        raise ValidationError.of_field(_at(path, name), "must be a whole number")
    return value


def _flag(plain: dict[str, object], name: str, path: str, *, default: bool) -> bool:
    value = plain.get(name)
    if value is None:
        return default
    if not isinstance(value, bool):
        raise ValidationError.of_field(_at(path, name), "must be true or false")
    return value


def _date(plain: dict[str, object], name: str, path: str) -> PartialDate | None:
    text = _text(plain, name, path).strip()
    if not text:
        return None
    try:
        return partial_date(text)
    except ValueError:
        raise ValidationError.of_field(_at(path, name), "must be YYYY, YYYY-MM or YYYY-MM-DD") from None


_Choice = TypeVar("_Choice", bound=Literal["resume"] | str)


def _choice(plain: dict[str, object], name: str, path: str, choices: tuple[_Choice, ...], default: _Choice) -> _Choice:
    value = plain.get(name)
    if value is None or value == "":
        return default
    for choice in choices:
        if value == choice:
            return choice
    raise ValidationError.of_field(_at(path, name), "must be one of " + ", ".join(choices))


def _at(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
