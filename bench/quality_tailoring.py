"""Print how the tailored resume scores beside the untailored one, over every resume and several postings.

    python bench/quality_tailoring.py DATA [--postings 6] [--per-pair]

Both are scored as documents against the same posting, to a tenth of a point. A pair that already has full marks in what
wording, choice and order can change has nothing to improve, and is left out of the share that got higher.
"""

import argparse
import asyncio
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

from app.application.quick import with_stable_ids
from app.application.services import Services
from app.bootstrap import build_services
from app.domain.errors import JobWiseError
from app.domain.text.career import Career
from app.domain.text.compose import ComposeOptions, compose_resume, original_content, select
from app.domain.text.job import parse_posting
from app.domain.text.match import match_career, match_content, total
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon
from app.settings import embedded

TODAY = date(2026, 11, 21)


async def read_careers(services: Services, data: Path) -> dict[str, Career]:
    """Return the resumes that can be read, by file name; scans and refused files are left out."""
    careers = {}
    for path in sorted([*(data / "resumes" / "pdf").glob("*.pdf"), *(data / "resumes" / "docx").glob("*.docx")]):
        content = path.read_bytes()
        try:
            read = await services.resumes.read(content, filename=path.name)
        except JobWiseError:
            continue
        if read.status == "parsed":
            careers[path.name] = with_stable_ids(read.parsed.career, content)
    return careers


def read_postings(data: Path, count: int) -> dict[str, Posting]:
    """Return `count` postings spread over the folder."""
    paths = sorted((data / "jobs" / "text").glob("*.txt"))
    step = max(1, len(paths) // count)
    return {path.stem: parse_posting(path.read_text(encoding="utf-8"), lexicon()) for path in paths[::step][:count]}


def pairs(
    careers: dict[str, Career], postings: dict[str, Posting], spent: list[float]
) -> Iterator[tuple[str, MatchReport, MatchReport]]:
    """Yield the name of each pair and the reports on its untailored and its tailored resume."""
    known, options = lexicon(), ComposeOptions()
    for name, career in careers.items():
        original = original_content(career)
        for title, posting in postings.items():
            report = match_career(career, posting, known, today=TODAY)
            began = time.process_time()
            selection = select(career, posting, report, known, options, today=TODAY)
            tailored = compose_resume(career, posting, report, selection, known, options, today=TODAY)
            spent.append(time.process_time() - began)
            yield (
                f"{name} x {title}",
                match_content(original, career, posting, known, today=TODAY),
                match_content(tailored, career, posting, known, today=TODAY),
            )


def improvable(before: MatchReport) -> bool:
    """Tell whether the candidate shows anything of what is asked, and the document could show it better."""
    return bool(before.matched_keywords) and before.score < before.ceiling


async def main() -> int:
    """Print the figures; the exit code tells whether a tailored resume scores lower."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--postings", type=int, default=6)
    parser.add_argument("--per-pair", action="store_true")
    arguments = parser.parse_args()
    async with build_services(embedded(Path("data")), workers=0) as services:
        careers = await read_careers(services, arguments.data)
    counts: Counter[str] = Counter()
    gains: list[float] = []
    spent: list[float] = []
    for name, before, after in pairs(careers, read_postings(arguments.data, arguments.postings), spent):
        gain = round(total(after) - total(before), 1)
        verdict = "higher" if gain > 0 else "lower" if gain < 0 else "equal"
        counts[verdict] += 1
        if improvable(before):
            counts["improvable"] += 1
            counts["improvable and higher"] += gain > 0
            gains.append(gain)
        if gain < 0 or (arguments.per_pair and gain == 0 and improvable(before)):
            lost = [
                f"{a.name} {a.score}->{b.score}"
                for a, b in zip(before.parts, after.parts, strict=True)
                if b.score < a.score
            ]
            print(f"{name}: {total(before)} -> {total(after)} ({', '.join(lost) or 'no part fell'})")
    of_all = sum(counts[verdict] for verdict in ("higher", "equal", "lower"))
    for verdict in ("higher", "equal", "lower"):
        print(f"{verdict}: {counts[verdict]} of {of_all} ({counts[verdict] / max(1, of_all):.1%})")
    better = counts["improvable and higher"]
    print(
        f"higher where there is something to improve: {better} of {counts['improvable']} "
        f"({better / max(1, counts['improvable']):.1%}), median gain {median(gains or [0.0]):.1f} points"
    )
    print(f"choosing and writing: median {1000 * median(spent or [0.0]):.1f} ms a pair")
    return 1 if counts["lower"] else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
