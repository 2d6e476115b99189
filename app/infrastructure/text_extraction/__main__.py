"""Print what the readers see: `python -m app.infrastructure.text_extraction FILE...`."""

import sys
import time
from pathlib import Path

from app.domain.errors import JobWiseError
from app.infrastructure.text_extraction.reading import read_source


def main() -> None:
    """Print each line with size, page and flags: B bold, H heading, * bullet."""
    for name in sys.argv[1:]:
        start = time.perf_counter()
        try:
            source = read_source(Path(name).read_bytes(), name)
        except JobWiseError as error:
            sys.stdout.write(f"== {name}: {error.code}: {error}\n")
            continue
        took = (time.perf_counter() - start) * 1000
        facts = f"{source.kind}, {source.pages} pages, {took:.0f} ms{', needs OCR' if source.needs_ocr else ''}"
        sys.stdout.write(f"== {name}: {facts} {' '.join(source.warnings)}\n")
        for line in source.lines:
            flags = ("B" if line.bold else ".") + ("H" if line.heading else ".") + ("*" if line.bullet else ".")
            sys.stdout.write(f"{line.page:2d} {line.size:5.1f} {flags} {line.text.replace(chr(9), ' ⇥ ')}\n")
        for link in source.links:
            sys.stdout.write(f"   link {link.text!r} → {link.url}\n")


if __name__ == "__main__":
    main()
