"""The attack set: hand-written fabrications and honest rewordings about people of many professions."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.domain.text.document import Verdict
from app.domain.text.grounding import FactIndex, verify_sentence
from app.domain.text.plain import career_from_plain
from app.domain.text.skills import lexicon

TODAY = date(2026, 11, 21)
FILES = sorted((Path(__file__).parent / "attack_set").glob("*.json"))

Judged = tuple[str, bool, str, Verdict]


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    found: list[Judged] = []
    for path in FILES:
        attack = json.loads(path.read_text(encoding="utf-8"))
        index = FactIndex(career_from_plain(attack["profile"]), lexicon(), today=TODAY)
        for case in attack["cases"]:
            unknown = [source for source in case["source_ids"] if source not in index.facts]
            assert not unknown, f"{path.name} cites {unknown}"
            verdict, _ = verify_sentence(
                case["text"],
                case["source_ids"],
                index,
                lexicon(),
                document_type=case["document_type"],
                language=attack.get("language", "en"),
            )
            found.append((path.stem, case["fabricated"], case["text"], verdict))
    return found


def test_the_set_is_large_and_of_many_professions(judged: list[Judged]) -> None:
    assert len(FILES) >= 11
    assert sum(fabricated for _, fabricated, _, _ in judged) >= 300
    assert sum(not fabricated for _, fabricated, _, _ in judged) >= 300


def test_at_most_one_fabrication_in_a_hundred_passes(judged: list[Judged]) -> None:
    lies = [(person, text, verdict) for person, fabricated, text, verdict in judged if fabricated]
    passed = [(person, text) for person, text, verdict in lies if verdict == "grounded"]
    assert len(passed) <= len(lies) * 0.01, passed


def test_at_most_one_honest_sentence_in_twenty_is_refused(judged: list[Judged]) -> None:
    honest = [(person, text, verdict) for person, fabricated, text, verdict in judged if not fabricated]
    refused = [(person, text) for person, text, verdict in honest if verdict == "ungrounded"]
    assert len(refused) <= len(honest) * 0.05, refused


def test_at_most_one_sentence_in_ten_stays_unchecked(judged: list[Judged]) -> None:
    unchecked = [(person, text) for person, _, text, verdict in judged if verdict == "unchecked"]
    assert len(unchecked) <= len(judged) * 0.1, unchecked
