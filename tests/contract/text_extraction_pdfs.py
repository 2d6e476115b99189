"""PDFs that the tests of text extraction draw themselves."""

import io
import zlib

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

REGULAR, BOLD = "Helvetica", "Helvetica-Bold"
WIDTH, HEIGHT = 595.0, 842.0


class Sheet:
    """A page under construction, measured from the top left in points."""

    def __init__(self, **options: object) -> None:
        self._out = io.BytesIO()
        self.canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT), **options)

    def text(
        self, x: float, top: float, text: str, *, size: float = 10, font: str = REGULAR, right: bool = False
    ) -> None:
        """Draw one line of text, `right` aligned at `x` when asked."""
        self.canvas.setFont(font, size)
        (self.canvas.drawRightString if right else self.canvas.drawString)(x, HEIGHT - top, text)

    def page(self) -> None:
        """Begin another page."""
        self.canvas.showPage()

    def bytes(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._out.getvalue()


def one_column() -> bytes:
    """A name, a heading, a job with its date set to the right, bullets, an address with a link."""
    sheet = Sheet()
    sheet.text(50, 60, "Ada Byron", size=22, font=BOLD)
    sheet.text(50, 80, "ada@example.org  |  Portfolio")
    sheet.canvas.linkURL("https://ada.example.org/work", (135, HEIGHT - 84, 185, HEIGHT - 70))
    sheet.text(50, 120, "Experience", size=14, font=BOLD)
    sheet.text(50, 140, "Analyst, Difference Works", font=BOLD)
    sheet.text(545, 140, "Jan 2019 - Mar 2021", right=True)
    sheet.text(60, 155, "•")
    sheet.text(72, 155, "Wrote the first published program for a general machine and cut the run")
    sheet.text(72, 168, "time of the tables by 30%.")
    sheet.text(60, 181, "•")
    sheet.text(72, 181, "Trained 4 engineers.")
    return sheet.bytes()


LEFT = [f"Left column sentence number {n} goes on until here" for n in range(1, 9)]
RIGHT = [f"Right column sentence {n} also runs to its edge" for n in range(1, 9)]


def two_columns(*, row_by_row: bool) -> bytes:
    """Two columns of equal leading under one heading."""
    sheet = Sheet()
    sheet.text(50, 50, "Grace Murray", size=20, font=BOLD)
    cells = [(50.0, 100.0 + 14 * n, text) for n, text in enumerate(LEFT)]
    cells += [(310.0, 100.0 + 14 * n, text) for n, text in enumerate(RIGHT)]
    for x, top, text in sorted(cells, key=lambda cell: cell[1]) if row_by_row else cells:
        sheet.text(x, top, text)
    return sheet.bytes()


def label_grid() -> bytes:
    """Years at the left, what happened at the right, drawn row by row."""
    sheet = Sheet()
    for n, (years, what) in enumerate(LABELS):
        sheet.text(50, 60 + 16 * n, years)
        sheet.text(160, 60 + 16 * n, what)
    return sheet.bytes()


LABELS = [
    ("2019 - 2021", "Analyst, Difference Works"),
    ("2017 - 2019", "Clerk, Jacquard Mills"),
    ("2015 - 2017", "Assistant, Lovelace and Sons"),
    ("2014", "Intern, Babbage Brothers"),
]


def running_heads() -> bytes:
    """Three pages with a repeated head and a counted foot."""
    sheet = Sheet()
    for number, words in enumerate(("First page text.", "Second page text.", "Third page text."), 1):
        sheet.text(50, 30, "Ada Byron - Resume", size=8)
        sheet.text(50, 100, words)
        sheet.text(50, 120, f"It has something of its own to say: {'abc'[number - 1] * 3}.")
        sheet.text(280, 820, f"Page {number} of 3", size=8)
        sheet.page()
    return sheet.bytes()


def drawn_bullets() -> bytes:
    """List discs as filled circles, as browsers print them."""
    sheet = Sheet()
    sheet.text(50, 60, "Experience", size=14, font=BOLD)
    for n, words in enumerate(("Led a team of five.", "Shipped the engine.")):
        sheet.canvas.circle(55, HEIGHT - 80 - 16 * n + 3.5, 1.6, stroke=0, fill=1)
        sheet.text(66, 80 + 16 * n, words)
    sheet.text(66, 130, "Not a list line.")
    return sheet.bytes()


def dingbat_bullets() -> bytes:
    """List marks as letters of a symbol font."""
    sheet = Sheet()
    for n, words in enumerate(("Led a team of five.", "Shipped the engine.")):
        sheet.text(50, 60 + 16 * n, "l", font="ZapfDingbats", size=8)
        sheet.text(66, 60 + 16 * n, words)
    return sheet.bytes()


def letter_spaced() -> bytes:
    """A name whose letters stand apart."""
    sheet = Sheet()
    sheet.text(50, 60, "J O A N   C L A R K E", size=18, font=BOLD)
    sheet.text(50, 90, "Cryptanalyst at Hut Eight")
    return sheet.bytes()


def scan() -> bytes:
    """A picture of a page and no text."""
    sheet = Sheet()
    picture = ImageReader(io.BytesIO(_GREY_BMP))
    sheet.canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)
    return sheet.bytes()


_GREY_BMP = (
    b"BM" + (54 + 12).to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little") + (40).to_bytes(4, "little")
    + (2).to_bytes(4, "little") + (1).to_bytes(4, "little") + (1).to_bytes(2, "little") + (24).to_bytes(2, "little")
    + bytes(24) + b"\x80\x80\x80\x40\x40\x40\x00\x00" + bytes(4)
)  # fmt: skip


def blank() -> bytes:
    """One empty page."""
    sheet = Sheet()
    sheet.page()
    return sheet.bytes()


def rotated() -> bytes:
    """A page that is stored on its side and shown upright."""
    sheet = Sheet()
    sheet.canvas.setPageRotation(90)
    sheet.canvas.translate(WIDTH, 0)
    sheet.canvas.rotate(90)
    sheet.canvas.setFont(BOLD, 20)
    sheet.canvas.drawString(60, WIDTH - 60, "Sideways Sam")
    sheet.canvas.setFont(REGULAR, 10)
    sheet.canvas.drawString(60, WIDTH - 90, "Stored turned, shown straight.")
    return sheet.bytes()


def hidden_words() -> bytes:
    """Visible text with keywords drawn in the invisible mode."""
    sheet = Sheet()
    sheet.text(50, 60, "Visible words of an honest resume")
    text = sheet.canvas.beginText(50, HEIGHT - 100)
    text.setFont(REGULAR, 10)
    text.setTextRenderMode(3)
    text.textLine("kubernetes kubernetes kubernetes")
    sheet.canvas.drawText(text)
    return sheet.bytes()


def long_document(pages: int) -> bytes:
    """A document of many pages with a word each."""
    sheet = Sheet()
    for number in range(pages):
        sheet.text(50, 100, f"Chapter {'abcdefghij'[number % 10] * 4} begins here")
        sheet.page()
    return sheet.bytes()


def _file(objects: list[bytes]) -> bytes:
    """Return a PDF of numbered objects, the first being the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n" % (len(data), extra) + data + b"\nendstream"


def nested_forms(levels: int = 8, fan: int = 10) -> bytes:
    """Forms that each draw the next one `fan` times: fan ** levels invocations from a file of a few kilobytes."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        _stream(b"/X Do " * fan),
    ]
    for level in range(levels):
        number = 5 + level
        form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
        if level < levels - 1:
            objects.append(_stream(b"/X Do " * fan, form + b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1)))
        else:
            text = b"BT /F 10 Tf 50 500 Td (deep) Tj ET"
            font = b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
            objects.append(_stream(text, form + font))
    return _file(objects)


def flate_bomb(megabytes: int = 400) -> bytes:
    """A content stream that inflates to `megabytes`."""
    packer = zlib.compressobj(9)
    block = b" " * 1_000_000
    data = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    return _file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
            _stream(data, b"/Filter/FlateDecode"),
        ]
    )
