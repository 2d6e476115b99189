"""The main job over every resume and several postings of the evaluation data.

Counts crashes, ungrounded claims, blank pages, files that do not read back, and runs that do not repeat to the byte.

    python -m bench.main_job DATA [--postings 10] [--repeat 5]
"""

import argparse
import asyncio
import hashlib
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median

from app.application.quick import Tailored, with_stable_ids
from app.application.services import Services
from app.bootstrap import build_services
from app.domain.errors import JobWiseError
from app.domain.generations import GenerationOptions
from app.domain.text.career import Career
from app.domain.text.counting import word_count
from app.domain.text.document import DocumentType
from app.domain.text.posting import Posting
from app.settings import embedded

_NEARLY_BLANK = 25


def digest(done: Tailored) -> str:
    """Return one hash over all files."""
    files = [file.data for document in done.documents for file in document.files.values()]
    return hashlib.sha256(b"".join(files)).hexdigest()


async def run(services: Services, data: Path, *, postings: int, repeat: int) -> Counter[str]:
    """Tailor everything; print troubles as they come, and return the counts."""
    counts: Counter[str] = Counter()
    chosen = await read_postings(services, data, postings)
    seconds: list[float] = []
    for path in sorted([*(data / "resumes" / "pdf").glob("*.pdf"), *(data / "resumes" / "docx").glob("*.docx")]):
        content = path.read_bytes()
        try:
            read = await services.resumes.read(content, filename=path.name)
        except JobWiseError as error:
            counts[f"refused: {error.code}"] += 1
            continue
        if read.status != "parsed":
            counts["scans"] += 1
            continue
        career = with_stable_ids(read.parsed.career, content)
        for number, (name, posting) in enumerate(chosen.items()):
            started = time.perf_counter()
            try:
                done = await tailor(services, career, posting)
            except JobWiseError as error:
                counts[f"refused: {error.code}"] += 1
                print(f"{path.name} x {name}: {error.message}")
                continue
            seconds.append(time.perf_counter() - started)
            judge(done, f"{path.name} x {name}", counts)
            if number < 1 and repeat > 0:
                repeat -= 1
                counts["repeated"] += 1
                counts["repeated with other bytes"] += digest(done) != digest(await tailor(services, career, posting))
    print(f"median {median(seconds):.2f} s for both documents in three formats")
    return counts


async def tailor(services: Services, career: Career, posting: Posting) -> Tailored:
    """Run the main job without progress."""
    kinds: tuple[DocumentType, ...] = ("resume", "cover_letter")
    return await services.quick.tailor(
        career, posting, GenerationOptions(), document_types=kinds, progress=lambda _step: None
    )


async def read_postings(services: Services, data: Path, count: int) -> dict[str, Posting]:
    """Return `count` postings spread over the folder."""
    paths = sorted((data / "jobs" / "text").glob("*.txt"))
    step = max(1, len(paths) // count)
    return {
        path.stem: await services.jobs.read_file(path.read_bytes(), filename=path.name)
        for path in paths[::step][:count]
    }


def judge(done: Tailored, name: str, counts: Counter[str]) -> None:
    """Count what is wrong with one run."""
    for document in done.documents:
        counts["documents"] += 1
        counts["sentences grounded"] += document.validated.grounded
        counts["sentences unchecked"] += document.validated.unchecked
        counts["sentences repaired"] += document.validated.repaired
        if document.validated.ungrounded:
            counts["documents with ungrounded claims"] += 1
            print(f"{name} {document.document_type}: {document.validated.ungrounded} ungrounded")
        if document.validated.needs_review and not document.validated.ungrounded:
            counts["documents with an emptied section"] += 1
        for file_name, file in document.files.items():
            counts["files"] += 1
            if not file.readback.ok:
                counts["files that do not read back"] += 1
                print(f"{name} {file_name}: {file.readback.problems[:2]}")
            if file_name.endswith(".txt") and (words := word_count(file.data.decode("utf-8"))) < _NEARLY_BLANK:
                counts["nearly blank documents"] += 1
                print(f"{name} {file_name}: {words} words")


async def main() -> int:
    """Run and print; the exit code tells whether anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--postings", type=int, default=10)
    parser.add_argument("--repeat", type=int, default=5)
    arguments = parser.parse_args()
    async with build_services(embedded(Path("data")), workers=0) as services:
        counts = await run(services, arguments.data, postings=arguments.postings, repeat=arguments.repeat)
    for name, count in sorted(counts.items()):
        print(f"{count:>8}  {name}")
    bad = ("documents with ungrounded claims", "nearly blank documents", "repeated with other bytes")
    return 1 if any(counts[name] for name in bad) else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
