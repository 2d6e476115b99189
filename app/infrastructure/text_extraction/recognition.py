"""Text of scanned pages, read by tesseract (https://github.com/tesseract-ocr). Runs in a reader process."""

import csv
import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

import pypdfium2 as wrapper

from app.domain.errors import UnsupportedMediaTypeError
from app.domain.ports.text_extraction import FileDamagedError, FileTooComplexError
from app.domain.text.source import RECOGNIZED, RECOGNIZED_BADLY, Line, SourceText
from app.infrastructure.text_extraction.cleaning import line_of, tidy_gaps

MAX_PAGES = 5
_DOTS_PER_INCH = 200
_MOST_PIXELS = 12_000_000
_PAGE_SECONDS = 20.0
_WORD_LEVEL = 5
_COLUMNS = ("block_num", "par_num", "line_num", "left", "top", "width", "height")
_WIDE_GAP = 2.2  # heights of a line between two words of one line: more is another column
_BULLETS = frozenset("•·°*«»©®¢=~-—–+")
_JOINING = frozenset("-–—|/&·•+")
_BULLET_LETTERS = frozenset("eo0")  # what a round mark is read as
_SURE = 75.0
_LEAST_SURE, _LEAST_SURE_SIGN = 20.0, 45.0  # specks and creases are read as signs
_WORD_LETTERS = 3
_LARGE = 1.3  # of the usual height: less is the noise of letters with and without tails
_APART = 0.65
_POINTS = 0.92  # of the height of a line's box


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[int, int, int]
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str


def recognize(data: bytes, program: str, languages: str) -> SourceText:
    """Return the text that the first pages of a scanned PDF show, with a warning that it was recognized.

    Raises `FileDamagedError`, `FileTooComplexError`.
    """
    if b"%PDF-" not in data[:4_096]:
        raise UnsupportedMediaTypeError("Only the pages of a PDF are recognized")
    try:
        document = wrapper.PdfDocument(data)
    except wrapper.PdfiumError as error:
        raise FileDamagedError from error
    try:
        count = len(document)
        words = [_words(_picture(document[index]), program, languages) for index in range(min(count, MAX_PAGES))]
    finally:
        document.close()
    lines = [line for number, page in enumerate(words, 1) for line in [*_lines(page, number), Line("", page=number)]]
    sure = [word.confidence for page in words for word in page]
    warnings = [RECOGNIZED] if sure else []
    if sure and sum(sure) / len(sure) < _SURE:
        warnings.append(RECOGNIZED_BADLY)
    if count > MAX_PAGES:
        warnings.append("pages_truncated")
    return SourceText(kind="pdf", lines=tidy_gaps(lines), pages=count, needs_ocr=not sure, warnings=tuple(warnings))


def _picture(page: wrapper.PdfPage) -> bytes:
    """Return the page as a grey picture in the portable format that needs no encoder."""
    width, height = page.get_size()
    scale = min(_DOTS_PER_INCH / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    if bitmap.stride != bitmap.width:
        rows = b"".join(
            rows[start : start + bitmap.width] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + rows


def _words(picture: bytes, program: str, languages: str) -> list[_Word]:
    command = [program, "stdin", "stdout", "-l", languages, "--psm", "3", "--dpi", str(_DOTS_PER_INCH), "tsv"]
    try:
        # The program is the operator's own, and nothing of the file is in the command.
        done = subprocess.run(  # noqa: S603
            command,
            input=picture,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PAGE_SECONDS,
            env={"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise FileTooComplexError from error
    if done.returncode < 0:
        raise FileTooComplexError
    if done.returncode:
        raise FileDamagedError("The pages could not be recognized; upload a version with real text")
    return list(_parsed(done.stdout.decode("utf-8", errors="replace")))


def _parsed(table: str) -> Iterator[_Word]:
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != str(_WORD_LEVEL) or not text:
            continue
        if float(row["conf"]) < (_LEAST_SURE if any(map(str.isalnum, text)) else 0.0):
            continue
        block, paragraph, line, left, top, width, height = (int(row[name]) for name in _COLUMNS)
        yield _Word((block, paragraph, line), left, top, width, height, float(row["conf"]), text)


def _lines(words: list[_Word], page: int) -> Iterator[Line]:
    """Yield the lines of a page in the order of its blocks, with a gap between paragraphs."""
    by_line: dict[tuple[int, int, int], list[_Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    usual = median(_height(line) for line in by_line.values()) if by_line else 0.0
    reached = 0
    for line in by_line.values():
        top, foot = min(word.top for word in line), max(word.top + word.height for word in line)
        if reached and not 0 <= top - reached + usual / 2 < (0.5 + _APART) * usual:
            yield Line("", page=page)
        reached = foot
        height = _height(line)
        yield _line(line, page, usual if height < _LARGE * usual else height)


def _height(words: list[_Word]) -> float:
    return max(word.top + word.height for word in words) - min(word.top for word in words)


def _line(words: list[_Word], page: int, tall: float) -> Line:
    height = median(word.height for word in words)
    parts: list[str] = []
    reached = 0
    marked, words = _without_specks(words)
    if not marked and len(words) > 1 and _is_letter_mark(words[0], words[1]):
        marked, words = True, words[1:]
    for word in words:
        parts.append("" if not parts else "\t" if word.left - reached > _WIDE_GAP * height else " ")
        parts.append(word.text)
        reached = word.left + word.width
    size = round(tall * 72 / _DOTS_PER_INCH * _POINTS)
    line = line_of("".join(parts), size=float(size), page=page)
    return replace(line, bullet=True) if marked else line


def _without_specks(words: list[_Word]) -> tuple[bool, list[_Word]]:
    """Return whether a list mark stands before the words, and the words without signs at either end of the line."""
    first, last = 0, len(words)
    while last - first > 1 and not _has_letters(words[first]):
        first += 1
    while last - first > 1 and _is_speck(words[last - 2], words[last - 1]):
        last -= 1
    marked = any(_BULLETS & set(word.text) for word in words[:first])
    return marked, [word for word in words[first:last] if _has_letters(word) or _is_sign(word)]


def _is_speck(before: _Word, word: _Word) -> bool:
    """Whether a crease or a shadow at the end of a line was taken for a sign, or for letters far from the others."""
    if not _has_letters(word):
        return word.confidence < _SURE
    far = word.left - before.left - before.width > _WIDE_GAP * word.height
    return len(word.text) < _WORD_LETTERS and word.confidence < _SURE and far


def _is_sign(word: _Word) -> bool:
    return word.confidence >= _LEAST_SURE_SIGN or word.text in _JOINING


def _has_letters(word: _Word) -> bool:
    return any(map(str.isalnum, word.text))


def _is_letter_mark(first: _Word, second: _Word) -> bool:
    apart = second.left - first.left - first.width > 0.4 * second.height
    return first.text in _BULLET_LETTERS and apart and second.text[:1].isupper()
