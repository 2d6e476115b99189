"""Put the fields of a document back to what the profile has."""

from collections.abc import Container
from dataclasses import replace

from app.domain.text.career import Career
from app.domain.text.document import Header, Item
from app.domain.text.grounding.index import FactIndex

Change = tuple[str, str, str]


def restore_header(header: Header, career: Career, failing: Container[str]) -> tuple[Header, list[Change]]:
    """Return `header` with its failing lines as the profile has them; failing links go. Changes are path, old, new."""
    changes: list[Change] = []
    values: dict[str, str] = {}
    for name in ("full_name", "headline", "email", "phone", "location"):
        path = f"header/{name}"
        if path in failing:
            values[name] = str(getattr(career, name))
            changes.append((path, str(getattr(header, name)), values[name]))
    links = []
    for number, link in enumerate(header.links):
        if f"header/links/{number}" in failing:
            changes.append((f"header/links/{number}", link, ""))
        else:
            links.append(link)
    restored = Header(
        full_name=values.get("full_name", header.full_name),
        headline=values.get("headline", header.headline),
        email=values.get("email", header.email),
        phone=values.get("phone", header.phone),
        location=values.get("location", header.location),
        links=links,
    )
    return restored, changes


def restore_item(path: str, item: Item, index: FactIndex, failing: Container[str]) -> tuple[Item, list[Change]]:
    """Return `item` with its failing fields as its entry in the profile has them. Changes are path, old, new."""
    facts = {fact.field: fact.text for fact in reversed(index.items.get(item.item_id or "", []))}
    kind = index.kinds.get(item.item_id or "", "")
    degree = ", ".join(facts[name] for name in ("degree", "field_of_study") if name in facts)
    truth: dict[str, str | None] = {
        "title": degree if kind == "education" else facts.get("title") or facts.get("name", ""),
        "organization": facts.get("company") or facts.get("institution") or facts.get("issuer", ""),
        "location": facts.get("location", ""),
        "start_date": facts.get("start_date", ""),
        "url": facts.get("url", ""),
        "end_date": facts.get("end_date", ""),
    }
    tenure = index.tenures.get(item.item_id or "")
    if tenure and tenure.current and not truth["end_date"]:
        truth["end_date"] = None
    changes: list[Change] = []
    restored = item
    for name in ("title", "organization", "location", "start_date", "end_date", "url"):
        place = f"{path}/{name}"
        if place in failing:
            old = getattr(item, name)
            changes.append((place, old or "", truth[name] or ""))
            restored = _with(restored, name, truth[name])
    return restored, changes


def _with(item: Item, name: str, value: str | None) -> Item:
    match name:
        case "title":
            return replace(item, title=value or "")
        case "organization":
            return replace(item, organization=value or "")
        case "location":
            return replace(item, location=value or "")
        case "start_date":
            return replace(item, start_date=value or "")
        case "end_date":
            return replace(item, end_date=value)
        case _:
            return replace(item, url=value or "")
