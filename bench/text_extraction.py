"""How well and how fast resumes are read: `python bench/text_extraction.py DATA [--each]`.

DATA holds `resumes/{pdf,docx,truth}`. Kept: names, titles, employers, schools found inside one line. Near: employer
within three lines of its title. Order: titles in the order of the truth. Bullets: marked lines against the truth's
count.
"""

import json
import re
import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path

from app.domain.errors import JobWiseError
from app.domain.text.source import SourceText
from app.infrastructure.text_extraction.reading import read_source


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _places(source: SourceText, wanted: str) -> list[int]:
    needle = _fold(wanted)
    return [place for place, line in enumerate(source.lines) if needle and needle in _fold(line.text)]


def _score(source: SourceText, truth: dict[str, object]) -> tuple[list[float], list[str]]:
    jobs = truth.get("experiences") or []
    schools = truth.get("education") or []
    assert isinstance(jobs, list)
    assert isinstance(schools, list)
    wanted = [str(truth.get("name") or ""), str(truth.get("email") or "")]
    wanted += [job[key] for job in jobs for key in ("title", "company")] + [s["institution"] for s in schools]
    wanted = [text for text in wanted if text]
    missing = [text for text in wanted if not _places(source, text)]
    near, firsts, last = 0, [], -1
    for job in jobs:
        titles = _places(source, job["title"])
        companies = _places(source, job["company"])
        near += (
            any(abs(one - other) <= 3 for one in titles for other in companies)
            or not job["company"]
            or not job["title"]
        )
        following = [place for place in titles if place > last] or titles
        if following:
            firsts.append(following[0])
            last = following[0]
    order = sum(1 for one, other in pairwise(firsts) if one <= other) / max(1, len(firsts) - 1)
    bullets = sum(job["bullets"] for job in jobs)
    marked = sum(1 for line in source.lines if line.bullet)
    share = min(1.0, marked / bullets) if bullets else 1.0
    scores = [
        1 - len(missing) / max(1, len(wanted)),
        near / max(1, len(jobs)),
        order if len(firsts) > 1 else 1.0,
        share,
    ]
    return scores, missing


def _timed(raw: bytes, name: str) -> tuple[SourceText, float]:
    """Return the source and the best of three times in milliseconds."""
    took = []
    source = read_source(raw, name)
    for _ in range(3):
        start = time.perf_counter()
        read_source(raw, name)
        took.append((time.perf_counter() - start) * 1000)
    return source, min(took)


def main() -> None:
    data, each = Path(sys.argv[1]), "--each" in sys.argv
    rows: list[list[float]] = []
    times: list[tuple[float, str]] = []
    for file in sorted([*data.glob("resumes/pdf/*"), *data.glob("resumes/docx/*")]):
        try:
            source, took = _timed(file.read_bytes(), file.name)
        except JobWiseError as error:
            print(file.name, error.code)
            continue
        times.append((took, file.name))
        truth = data / "resumes" / "truth" / f"{file.stem}.json"
        if not truth.exists() or source.needs_ocr:
            continue
        row, missing = _score(source, json.loads(truth.read_text()))
        rows.append(row)
        if each and min(row) < 1:
            print(
                f"{file.name:42} kept {row[0]:.2f} near {row[1]:.2f} order {row[2]:.2f} bullets {row[3]:.2f} {missing}"
            )
    means = [statistics.mean(row[k] for row in rows) for k in range(4)]
    print("kept {:.3f} near {:.3f} order {:.3f} bullets {:.3f}".format(*means), f"({len(rows)} files)")
    times.sort()
    print(f"ms a file, warm: median {times[len(times) // 2][0]:.0f}, slowest {times[-1][0]:.0f} ({times[-1][1]})")


if __name__ == "__main__":
    main()
