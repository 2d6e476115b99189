"""Models behind the double: what they make of the brief they are sent."""

import json
from collections.abc import Callable
from typing import Any

from tests.llm_double import Body, Respond, answer_with

Brief = dict[str, Any]
Row = dict[str, Any]


def brief_of(body: Body) -> Brief:
    """Return the JSON document of a request."""
    found: Brief = json.loads(body["messages"][-1]["content"])
    return found


def editor(word: Callable[[Row, Row, Brief], Row | None], repair: Callable[[Row], str] | None = None) -> Respond:
    """Answer briefs with what `word` makes of each sentence, and complaints with what `repair` makes of each."""

    def make(body: Body) -> object:
        brief = brief_of(body)
        if "blocks" not in brief:
            rows = brief["sentences"]
            mend = repair or (lambda row: str(row["text"]))
            texts = [
                {"id": row["id"], "text": mend(row), "source_ids": [fact["id"] for fact in row["facts"]]}
                for row in rows
            ]
            return {"sentences": texts}
        rows = [
            made
            for block in brief["blocks"]
            if block["kind"] != "list"
            for sentence in block["sentences"]
            if (made := word(block, sentence, brief)) is not None
        ]
        order = [
            {"block": block["id"], "sentences": [one["id"] for one in reversed(block["sentences"])]}
            for block in brief["blocks"]
            if block["kind"] == "list"
        ]
        return {"sentences": rows, "order": order}

    return answer_with(make)


def worded(block: Row, sentence: Row, text: str, source_ids: list[str] | None = None) -> Row:
    """Return one row of an answer."""
    sources = sentence["source_ids"] if source_ids is None else source_ids
    return {"block": block["id"], "replaces": [sentence["id"]], "text": text, "source_ids": sources}


def honest(block: Row, sentence: Row, _brief: Brief) -> Row:
    """Turn "did X" around without adding anything."""
    text: str = sentence["text"]
    swaps = [
        ("Coordinated", "Coordinating"),
        ("Reduced", "Cut"),
        ("Trained 12", "Taught 12"),
        ("Cared for", "Looked after"),
    ]
    for old, new in swaps:
        text = text.replace(old, new, 1)
    return worded(block, sentence, text)
