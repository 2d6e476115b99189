"""The candidate's own sentences, word for word, are always grounded in the fact that they are."""

import json
import re
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.text.career import Career, Education, Experience, Project, Skill, facts
from app.domain.text.grounding import FactIndex, verify_sentence
from app.domain.text.resume import parse_json_resume
from app.domain.text.skills import lexicon

TODAY = date(2026, 11, 21)


def with_ids(career: Career) -> Career:
    career.id = "p"
    items: list[Experience | Education | Project | Skill] = [*career.experiences, *career.education]
    items += [*career.projects, *career.skills]
    for number, item in enumerate(items):
        item.id = f"i{number}"
    return career


def refused(career: Career, language: str) -> list[str]:
    index = FactIndex(career, lexicon(), today=TODAY)
    pieces = [
        (fact.id, piece)
        for fact in facts(career).values()
        for piece in {fact.text: 0, **dict.fromkeys(re.split(r"(?<=[.!?;])\s+", fact.text), 0)}
    ]
    return [
        piece
        for fact_id, piece in pieces
        if verify_sentence(piece, [fact_id], index, lexicon(), document_type="resume", language=language)[0]
        != "grounded"
    ]


def test_every_statement_of_real_resumes_is_grounded_in_itself(shared_data: Path) -> None:
    for path in sorted((shared_data / "jsonresume").glob("*.json")):
        if "schema" in path.name:
            continue
        career = with_ids(parse_json_resume(json.loads(path.read_text(encoding="utf-8"))).career)
        assert refused(career, "en") == [], path.name


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80), min_size=1, max_size=4))
def test_any_text_at_all_is_grounded_in_itself(texts: list[str]) -> None:
    career = with_ids(Career(experiences=[Experience(title="Cook", achievements=texts)]))
    index = FactIndex(career, lexicon(), today=TODAY)

    verdicts = {
        verify_sentence(fact.text, [fact.id], index, lexicon(), document_type="resume", language="en")[0]
        for fact in facts(career).values()
    }

    assert verdicts == {"grounded"}
