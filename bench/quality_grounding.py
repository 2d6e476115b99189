"""Measure the grounding verifier on attack sets: `python bench/quality_grounding.py [FILE ...] [--misses]`.

A set is JSON: `{"profile": {…}, "cases": [{"kind", "fabricated", "text", "source_ids", "document_type"}]}`;
the profile is as the API gives it. Prints how many fabrications pass as grounded, how many honest sentences are refused
and how many of all stay unchecked, each of these with `--misses`; then the time for a page of 40 sentences.
"""

import argparse
import json
import time
from collections import Counter
from datetime import date
from pathlib import Path

from app.domain.text.grounding import FactIndex, PostingContext, verify_sentence
from app.domain.text.plain import career_from_plain
from app.domain.text.skills import lexicon

SETS = Path(__file__).parents[1] / "tests" / "domain" / "text" / "grounding" / "attack_set"
TODAY = date(2026, 11, 21)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    counts: Counter[tuple[bool, str]] = Counter()
    caught_softly = 0
    for path in arguments.files or sorted(SETS.glob("*.json")):
        for case, verdict, reasons in judged(json.loads(path.read_text(encoding="utf-8"))):
            counts[case["fabricated"], verdict] += 1
            wrong = verdict == "grounded" if case["fabricated"] else verdict != "grounded"
            caught_softly += case["fabricated"] and verdict == "unchecked"
            if arguments.misses and (wrong or verdict == "unchecked"):
                mark = "FABRICATED" if case["fabricated"] else "honest"
                print(f"{path.stem} {mark} {case['kind']}: {case['text']!r} -> {verdict}: {'; '.join(reasons)}")
    fabricated = sum(count for (lie, _), count in counts.items() if lie)
    honest = sum(count for (lie, _), count in counts.items() if not lie)
    unchecked = counts[True, "unchecked"] + counts[False, "unchecked"]
    print(f"fabrications let through: {counts[True, 'grounded']} of {fabricated}, unchecked: {caught_softly}")
    print(f"honest refused: {counts[False, 'ungrounded']} of {honest}, unchecked: {counts[False, 'unchecked']}")
    print(f"unchecked of all: {unchecked / max(1, fabricated + honest):.1%}")
    print(f"forty sentences, warm: {page_time():.1f} ms")


def judged(attack: dict) -> list[tuple[dict, str, list[str]]]:  # type: ignore[type-arg]
    index = FactIndex(career_from_plain(attack["profile"]), lexicon(), today=TODAY)
    context = PostingContext(**attack["context"]) if "context" in attack else None
    found = []
    for case in attack["cases"]:
        verdict, reasons = verify_sentence(
            case["text"],
            case["source_ids"],
            index,
            lexicon(),
            document_type=case.get("document_type", "resume"),
            context=context,
            language=attack.get("language", "en"),
        )
        found.append((case, str(verdict), [f"{reason.kind}: {reason.message}" for reason in reasons]))
    return found


def page_time() -> float:
    attack = json.loads(min(SETS.glob("*.json")).read_text(encoding="utf-8"))
    attack["cases"] = attack["cases"][:40]
    times = []
    for _ in range(5):
        started = time.perf_counter()
        judged(attack)
        times.append((time.perf_counter() - started) * 1000)
    return sorted(times)[2]


if __name__ == "__main__":
    main()
