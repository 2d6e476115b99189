"""Score the resume parser over a folder of resumes with truth files.

    python bench/quality_resumes.py DATA [--per-file] [--only 'gdocs-*'] [--scans] [--out DIR] [--min 0.9]

DATA holds `resumes/{pdf,docx,truth}`, `adapt.py` and `score.py`. Everything runs in this process. Scans are left out
unless `--scans` is given; then tesseract reads them. `--lines STEM` prints what extraction yields.
"""

import argparse
import fnmatch
import importlib.util
import json
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

from app.domain.text.resume import parse_resume
from app.domain.text.skills import lexicon
from app.domain.text.source import SourceText
from app.infrastructure.text_extraction.reading import read_source
from app.infrastructure.text_extraction.recognition import recognize


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def source_of(folder: Path, stem: str) -> SourceText:
    path = next(path for kind in ("pdf", "docx") if (path := folder / kind / f"{stem}.{kind}").exists())
    source = read_source(path.read_bytes(), path.name)
    program = shutil.which("tesseract") if source.needs_ocr else None
    return recognize(path.read_bytes(), program, "eng") if program else source


def show(source: SourceText) -> None:
    for line in source.lines:
        flags = ("B" if line.bold else "-") + ("*" if line.bullet else "-") + ("H" if line.heading else "-")
        print(f"{line.page} {line.size:5.1f} {flags} {line.text!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--per-file", action="store_true")
    parser.add_argument("--only", default="*")
    parser.add_argument("--scans", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--lines")
    parser.add_argument("--min", type=float, default=0.0)
    options = parser.parse_args()
    folder = options.data / "resumes"
    if options.lines:
        show(source_of(folder, options.lines))
        return 0
    score, adapt = load(options.data / "score.py"), load(options.data / "adapt.py")
    words = lexicon()
    stems = [
        path.stem for path in sorted((folder / "truth").glob("*.json")) if fnmatch.fnmatch(path.stem, options.only)
    ]
    stems = [stem for stem in stems if options.scans or not stem.startswith("scan-")]
    with tempfile.TemporaryDirectory() as scratch:
        truth, predicted = Path(scratch, "truth"), Path(scratch, "predicted")
        truth.mkdir()
        predicted.mkdir()
        spent = []
        for stem in stems:
            source = source_of(folder, stem)
            begun = time.process_time()
            parsed = parse_resume(source, words)
            spent.append((time.process_time() - begun) * 1000)
            record = {**asdict(parsed.career), "links": parsed.links}
            (predicted / f"{stem}.json").write_text(json.dumps(adapt.resume(record), ensure_ascii=False))
            (truth / f"{stem}.json").write_text((folder / "truth" / f"{stem}.json").read_text())
            if options.out:
                options.out.mkdir(parents=True, exist_ok=True)
                (options.out / f"{stem}.json").write_text(json.dumps(asdict(parsed), ensure_ascii=False, indent=1))
        report = score.score_dir("resumes", truth, predicted)
    score.show(report, options.per_file)
    print(f"  parse: median {statistics.median(spent):.1f} ms, slowest {max(spent):.1f} ms")
    return int(report["macro"] < options.min)


if __name__ == "__main__":
    sys.exit(main())
