"""JSON Resume (https://jsonresume.org/schema, version 1)."""

import json
from collections.abc import Sequence
from urllib.parse import urlsplit

from app.domain.errors import UnprocessableError
from app.domain.regex import regex
from app.domain.text.document import Content, Header, Item, Section
from app.domain.text.render.headings import heading
from app.domain.text.render.words import clean, safe_href

_DATE = regex(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_NETWORKS = {
    "linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab", "x.com": "X", "twitter.com": "Twitter",
    "xing.com": "XING", "stackoverflow.com": "Stack Overflow", "medium.com": "Medium", "orcid.org": "ORCID",
    "scholar.google.com": "Google Scholar", "kaggle.com": "Kaggle", "behance.net": "Behance",
    "dribbble.com": "Dribbble",
}  # fmt: skip
_FLUENCY = regex(r"(.+?)\s*\((.+)\)")

_Object = dict[str, object]


def render_json_resume(content: Content) -> str:
    """Return `content` as JSON Resume text; raise `UnprocessableError` for a letter, which the format does not have.

    Dates keep their precision. Sections without a place in the schema are kept under `custom`.
    """
    if content.document_type != "resume":
        raise UnprocessableError("Only a resume can be exported as JSON Resume")
    resume: _Object = {
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": _basics(content.header, [one for one in content.sections if one.kind == "summary"]),
    }
    lists: dict[str, list[_Object]] = {}
    for section in content.sections:
        if section.kind == "experience":
            lists.setdefault("work", []).extend(map(_work, section.items))
        elif section.kind == "education":
            lists.setdefault("education", []).extend(map(_education, section.items))
        elif section.kind == "projects":
            lists.setdefault("projects", []).extend(map(_project, section.items))
        elif section.kind == "skills":
            lists.setdefault("skills", []).extend(one for item in section.items for one in _skills(item))
        elif section.kind == "languages":
            lists.setdefault("languages", []).extend(_language(text) for item in section.items for text in _named(item))
        elif section.kind == "certifications":
            lists.setdefault("certificates", []).extend(one for item in section.items for one in _certificates(item))
        elif section.kind == "custom":
            entries = [_custom(item) for item in section.items]
            lists.setdefault("custom", []).append({"title": heading(section, content.language), "entries": entries})
    return json.dumps({**resume, **{key: value for key, value in lists.items() if value}}, ensure_ascii=False, indent=2)


def _basics(header: Header, summaries: Sequence[Section]) -> _Object:
    profiles: list[_Object] = []
    url = ""
    for link in filter(None, map(safe_href, header.links)):
        profile = _profile(link)
        if profile:
            profiles.append(profile)
        elif url:
            profiles.append({"network": urlsplit(link).netloc, "url": link})
        else:
            url = link
    email = clean(header.email)
    summary = " ".join(text for section in summaries for item in section.items for text in _texts(item))
    return _filled(
        {
            "name": clean(header.full_name),
            "label": clean(header.headline),
            "email": email if safe_href(email).startswith("mailto:") else "",
            "phone": clean(header.phone),
            "url": url,
            "summary": summary,
            "location": _filled({"address": clean(header.location)}),
            "profiles": profiles,
        }
    )


def _profile(link: str) -> _Object:
    parts = urlsplit(link)
    network = _NETWORKS.get(parts.netloc.lower().removeprefix("www."))
    if not network:
        return {}
    username = parts.path.rstrip("/").rpartition("/")[2]
    return _filled({"network": network, "username": username, "url": link})


def _work(item: Item) -> _Object:
    entry = _entry(item)
    return _filled({"name": item.organization, "position": item.title, "location": clean(item.location), **entry})


def _education(item: Item) -> _Object:
    degree, _, area = clean(item.title).partition(", ")
    entry = _entry(item)
    courses = entry.pop("highlights", [])
    return _filled({
        "institution": item.organization, "studyType": degree, "area": area, **entry, "courses": courses,
    })  # fmt: skip


def _project(item: Item) -> _Object:
    return _filled({"name": item.title, "entity": item.organization, **_entry(item)})


def _custom(item: Item) -> _Object:
    named = {"title": item.title, "organization": item.organization, "location": item.location}
    return _filled({**named, **_entry(item)})


def _entry(item: Item) -> _Object:
    return {
        "url": safe_href(item.url),
        "startDate": _date(item.start_date),
        "endDate": _date(item.end_date or ""),
        "highlights": _texts(item),
    }


def _skills(item: Item) -> list[_Object]:
    names = _texts(item)
    if clean(item.title):
        return [_filled({"name": clean(item.title).rstrip(":"), "keywords": names})]
    return [{"name": name} for name in names]


def _language(text: str) -> _Object:
    match = _FLUENCY.fullmatch(text)
    return {"language": match.group(1), "fluency": match.group(2)} if match else {"language": text}


def _certificates(item: Item) -> list[_Object]:
    if not clean(item.title):
        return [{"name": text} for text in _texts(item)]
    date = _date(item.start_date) or _date(item.end_date or "")
    return [_filled({"name": item.title, "issuer": item.organization, "date": date, "url": safe_href(item.url)})]


def _named(item: Item) -> list[str]:
    return _texts(item) or [text for text in [clean(item.title)] if text]


def _texts(item: Item) -> list[str]:
    return [text for sentence in item.sentences if (text := clean(sentence.text))]


def _date(value: str) -> str:
    return value if _DATE.fullmatch(value) else ""


def _filled(values: _Object) -> _Object:
    cleaned = {key: clean(value) if isinstance(value, str) else value for key, value in values.items()}
    return {key: value for key, value in cleaned.items() if value}
