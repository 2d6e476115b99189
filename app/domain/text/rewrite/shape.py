"""The JSON Schemas of a model's answers, and reading answers that fit them."""

from collections.abc import Mapping
from typing import cast

from app.domain.text.rewrite.draft import Order, Wording

_MOST = 200


def _object(**properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(item: object, description: str) -> dict[str, object]:
    return {"type": "array", "items": item, "description": description}


_TEXT = {"type": "string"}
_SOURCES = _list(_TEXT, "ids of the facts that the text rests on, at least one")

WORDING_SHAPE = _object(
    sentences=_list(
        _object(
            block={"type": "string", "description": "id of the block"},
            replaces=_list(_TEXT, "ids of the sentences of this block that the text stands for"),
            text={"type": "string", "description": "one sentence or bullet"},
            source_ids=_SOURCES,
        ),
        "the rewritten sentences, best first within each block",
    ),
    order=_list(
        _object(block=_TEXT, sentences=_list(_TEXT, "all sentence ids of the block, best first")),
        "the order of blocks of kind list",
    ),
)
REPAIR_SHAPE = _object(
    sentences=_list(_object(id=_TEXT, text=_TEXT, source_ids=_SOURCES), "one corrected text for each id"),
)


def read_wordings(data: Mapping[str, object]) -> tuple[list[Wording], list[Order]]:
    """Return what an answer of `WORDING_SHAPE` proposes."""
    wordings = [
        Wording(str(row["block"]), _names(row["replaces"]), str(row["text"]), _names(row["source_ids"]))
        for row in _rows(data["sentences"])
    ]
    return wordings, [Order(str(row["block"]), _names(row["sentences"])) for row in _rows(data["order"])]


def read_repairs(data: Mapping[str, object], asked: Mapping[str, Wording]) -> list[Wording]:
    """Return what an answer of `REPAIR_SHAPE` proposes for the wordings that were asked about, by their id."""
    found = {str(row["id"]): row for row in _rows(data["sentences"])}
    return [
        Wording(old.block, old.replaces, str(found[key]["text"]), _names(found[key]["source_ids"]))
        for key, old in asked.items()
        if key in found
    ]


def _rows(value: object) -> list[Mapping[str, object]]:
    return cast("list[Mapping[str, object]]", value)[:_MOST]


def _names(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(name) for name in cast("list[object]", value)[:_MOST]))
