"""Print how well postings and saved pages are read, against the annotated evaluation data.

python bench/quality_jobs.py [--per-file]   (the data folder: ../shared/data, or JOBWISE_SHARED_DATA)
"""

import argparse
import dataclasses
import importlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from app.domain.text.job import parse_posting, posting_from_page
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon
from app.infrastructure.job_pages import read_page

_HAND = "hand (ours)"


def data_folder() -> Path:
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ["JOBWISE_SHARED_DATA"]) if "JOBWISE_SHARED_DATA" in os.environ else beside  # noqa: TID251
    if not folder.is_dir():
        raise SystemExit("no evaluation data: set JOBWISE_SHARED_DATA to its folder")
    return folder


def as_prediction(adapt: Any, posting: Posting) -> dict[str, Any]:
    prediction: dict[str, Any] = adapt.job(json.loads(json.dumps(dataclasses.asdict(posting))))
    return prediction


def told_apart(score: Any, truth: dict[str, Any], prediction: dict[str, Any]) -> tuple[int, int]:
    """Return of the skills found on both sides how many have the right force, and how many there are."""
    keys = {
        name: {score.skill_key(skill) for skill in side[name] or []}
        for side in (truth,)
        for name in ("required_skills", "nice_to_have_skills")
    }
    found = {name: {score.skill_key(skill) for skill in prediction[name]} for name in keys}
    both = (keys["required_skills"] | keys["nice_to_have_skills"]) & (
        found["required_skills"] | found["nice_to_have_skills"]
    )
    return sum((key in keys["required_skills"]) == (key in found["required_skills"]) for key in both), len(both)


def show(name: str, scores: dict[str, dict[str, float]], *, per_file: bool) -> None:
    fields = sorted({field for one in scores.values() for field in one})
    print(f"\n{name}: {len(scores)} files")
    for field in fields:
        values = [one[field] for one in scores.values() if field in one]
        print(f"  {field:28s} {sum(values) / len(values):.3f}  (n={len(values)})")
    if per_file:
        for stem, one in scores.items():
            missed = ", ".join(
                f"{field}={value:.2f}" for field, value in one.items() if value < 1 and not field.endswith((".p", ".r"))
            )
            print(f"    {stem}: {missed}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--per-file", action="store_true")
    per_file = arguments.parse_args().per_file
    folder = data_folder()
    sys.path.insert(0, str(folder))
    adapt, score = importlib.import_module("adapt"), importlib.import_module("score")
    words = lexicon()
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "jobs/text").glob("*.txt"))}
    for text in texts.values():
        parse_posting(text, words)
    # Time on the processor: the clock on the wall counts what else the machine does.
    began = time.process_time()
    postings = {stem: parse_posting(text, words) for stem, text in texts.items()}
    print(f"{len(texts) / (time.process_time() - began):.0f} postings a second")

    groups: dict[str, dict[str, dict[str, float]]] = {"texts annotated by hand": {}, "other texts": {}}
    right = total = 0
    for path in sorted((folder / "jobs/truth").glob("*.json")):
        truth, prediction = json.loads(path.read_text(encoding="utf-8")), as_prediction(adapt, postings[path.stem])
        by_hand = truth.get("annotation") == _HAND
        groups["texts annotated by hand" if by_hand else "other texts"][path.stem] = score.score_job(truth, prediction)
        if by_hand:
            good, all_of = told_apart(score, truth, prediction)
            right, total = right + good, total + all_of
    for name, scores in groups.items():
        show(name, scores, per_file=per_file)
    print(f"\nmust and nice told apart: {right / max(total, 1):.3f} of {total}")

    pages: dict[str, dict[str, float]] = {}
    for path in sorted((folder / "jobs/html_truth").glob("*.json")):
        page = read_page((folder / "jobs/html" / f"{path.stem}.html").read_bytes())
        prediction = as_prediction(adapt, posting_from_page(page, words))
        pages[path.stem] = {
            **score.score_job(json.loads(path.read_text(encoding="utf-8")), prediction),
            "description": float(len(page.text) > 60),
        }
    show("saved pages", pages, per_file=per_file)


if __name__ == "__main__":
    main()
