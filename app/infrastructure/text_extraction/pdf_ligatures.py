"""Ligatures whose file does not say, or says only in part, which letters they stand for: `Efcient`, `O ce`.

A font's table of texts (`/ToUnicode`) may leave a ligature out, or give its first letter only. What is drawn is as wide
as the letters together; which letters fit the width and make a word is what was written.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

MISSING = "\x00"
"""Stands for a glyph that the file gives no text for."""

_LIGATURES = ("ffi", "ffl", "ff", "fi", "fl", "fj", "ft", "tt", "ti")
_NARROWEST, _WIDEST = 0.72, 1.15  # a ligature as a share of its letters side by side
_LEAST, _MOST = 0.65, 1.45  # the same where the width of an f is guessed
_WIDE = 1.25  # an f this much wider than the narrowest is none
_RARE = 0.12
_SAME_WORD = 0.18  # ems between two letters of a word
_LONGEST_SIDE = 24
_SOME, _LONG = 4, 5  # letters of a known stem
_PROOFS = 2
_FEWEST_AROUND = 2
_MOST_MISSING = 4  # one glyph of so many
_SHARE = 0.8  # of all f of one width
_SAME_WIDTH = 0.02  # ems
_STEMS = tuple(
    """
    affair affect affidavit affili affin affirm afflu afford baff brief buff chauff cliff coeffic coff cutoff differ
    diffic diffus effect effic effort efflu fluff graff griff handoff kickoff layoff muff office offici offen offer
    offic offline offs offset off- payoff proffer puff quaff rolloff saffron scaff scoff shuff shuffl signoff sheriff
    snuff sniff spinoff staff stiff stuff suffer suffi suffix suffrag takeoff tariff tradeoff traffic truff waff waffl
    whiff schiff stoff betreff treff öffent offiz amplifi artific benefi biofi certif clarif classif codif confid
    config confin confirm cofin defic defin definit diversif efin fiat fiber fibre fiction fidel fiduc field fierc
    fift fight figure file filing fill film filter final financ find fine finger finish finite fire firm firmware
    first fiscal fish fitness five fixed fintech gratif identif infin justif magnif modif multif notif nullif orif
    pacif personif prefix profic profil profit purif qualif quantif ramif ratif rectif refin reunif sacrif satisf
    scientif signif simplif specif stratif superfic tarif terrif unif unify verif wifi wi-fi beruf finanz firma fach
    grafik graphi afloat airflow backflow baseflow cashflow cloudflare conflat conflict deflat dataflow flag flair
    flame flank flap flare flash flask flat flavo flaw fled flee fleet flesh flew flex flick flies flight flip float
    flock flood floor florida flow flower fluctu flue fluent fluid fluor flush flutter flux inflam inflat inflect
    inflict influ kubeflow leaflet mlflow outflow overflow pamphlet pflege pflicht reflect reflex snowflake superflu
    tensorflow trifl workflow auflage flach fläche fleiß fluss flug after craft draft drift gift graft left lift loft
    often raft shaft shift shrift sift soft software swift thrift theft aircraft heft schrift kraft haft geschäft
    zukunft auskunft attack attain attempt attend attent attest attitude attorney attract attribut battery better
    bitter bottle bottom butter button chatter committ cottage cutting editt getting letter litter little matter mutt
    omitt permitt pattern platt putting rott scatter setting shutter sitting smitten splitt submitt switt twitter
    utter watt written mitt mittel action ation ition otion etion ution tion tive tical time title tier ting tigh tial
    tient tific fjord
    """.split()
)
_STEMS_WITH = {letters: tuple(stem for stem in _STEMS if letters in stem) for letters in ("f", *_LIGATURES)}


@dataclass(slots=True)
class Glyph:
    """One drawn character: its text, its box along the line, its baseline, size, font, and whether a blank precedes."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    space: bool


def mend(glyphs: list[Glyph]) -> None:
    """Give the ligatures of a page their letters. What makes no word stays as it is: `MISSING`, or a plain f.

    An f may be wide by design. It is taken for a ligature only where several long words of the font ask for it, and
    nearly every f of that width stands in a word that does.
    """
    narrow = _narrowest(glyphs)
    if sum(glyph.text == MISSING for glyph in glyphs) * _MOST_MISSING > len(glyphs):
        return  # these are no ligatures, but fonts without texts
    for place, glyph in enumerate(glyphs):
        if glyph.text == MISSING and (named := _best(glyphs, place, narrow)) and named[0] >= _SOME:
            glyph.text = named[1]
    proofs: Counter[str] = Counter()
    words: dict[int, tuple[int, str]] = {}
    for (font, _), places in _alike(glyphs, narrow).items():
        found = {place: best for place in places if (best := _as_ligature(glyphs, place, narrow))}
        if len(found) >= _SHARE * len(places):
            words |= found
            proofs[font] += sum(length >= _LONG for length, _ in found.values())
    for place, (_, letters) in words.items():
        if proofs[glyphs[place].font] >= _PROOFS:
            glyphs[place].text = letters


def _alike(glyphs: list[Glyph], narrow: dict[str, dict[str, float]]) -> dict[tuple[str, int], list[int]]:
    """Return the wide f of each font by their width: a ligature is drawn equally wide wherever it stands."""
    found: dict[tuple[str, int], list[int]] = {}
    for place, glyph in enumerate(glyphs):
        if glyph.text == "f" and _is_wide(glyphs, place, narrow):
            found.setdefault((glyph.font, round(_width(glyph) / _SAME_WIDTH)), []).append(place)
    return found


def _as_ligature(glyphs: list[Glyph], place: int, narrow: dict[str, dict[str, float]]) -> tuple[int, str] | None:
    """Return the letters of a word that is none with a plain f."""
    if _stem_over(_side(glyphs, place, -1), "f", _side(glyphs, place, 1)) >= _SOME:
        return None
    best = _best(glyphs, place, narrow)
    return best if best and best[0] >= _SOME else None


def _is_wide(glyphs: list[Glyph], place: int, narrow: dict[str, dict[str, float]]) -> bool:
    """Whether an f is as wide as two letters."""
    letter, _ = _width_of_f(narrow.get(glyphs[place].font, {}))
    return bool(letter) and _width(glyphs[place]) >= _WIDE * letter and not _shares_box(glyphs, place)


def _best(glyphs: list[Glyph], place: int, narrow: dict[str, dict[str, float]]) -> tuple[int, str] | None:
    """Return the letters that fit the width best and make a word, behind the length of what tells so."""
    widths = narrow.get(glyphs[place].font, {})
    letter, measured = _width_of_f(widths)
    if not letter:
        return None
    best = max(_candidates(glyphs, place, {**widths, "f": letter}, measured=measured), default=None)
    return (best[1], best[2]) if best else None


def _width(glyph: Glyph) -> float:
    return abs(glyph.right - glyph.left) / max(glyph.size, 1.0)


def _narrowest(glyphs: list[Glyph]) -> dict[str, dict[str, float]]:
    """Return for each font the width of its narrowest f, i, l, t and j, in ems."""
    fonts: dict[str, dict[str, float]] = {}
    for place, glyph in enumerate(glyphs):
        if glyph.text in {"f", "i", "l", "t", "j"} and not _shares_box(glyphs, place):
            widths = fonts.setdefault(glyph.font, {})
            widths[glyph.text] = min(widths.get(glyph.text, 9.0), _width(glyph))
    return fonts


def _width_of_f(widths: dict[str, float]) -> tuple[float, bool]:
    """Return the width of an f, and whether one was measured.

    A font of which only ligatures are used shows no f of its own: its t is about as wide.
    """
    f, t = widths.get("f", 0.0), widths.get("t", 0.0)
    return (f, True) if f and (not t or f <= _WIDE * t) else (0.95 * t, False)


def _shares_box(glyphs: list[Glyph], place: int) -> bool:
    """Whether the letters of one glyph are all told: they lie on one another."""
    here = glyphs[place]
    return any(
        0 <= other < len(glyphs) and (glyphs[other].left, glyphs[other].right) == (here.left, here.right)
        for other in (place - 1, place + 1)
    )


def _candidates(
    glyphs: list[Glyph], place: int, widths: dict[str, float], *, measured: bool
) -> Iterator[tuple[float, int, str]]:
    """Yield how well letters fit the width and the word, the length of the known part of the word, and the letters."""
    glyph = glyphs[place]
    before, after = _side(glyphs, place, -1), _side(glyphs, place, 1)
    if len(before) + len(after) < _FEWEST_AROUND:
        return
    least, most = (_NARROWEST, _WIDEST) if measured else (_LEAST, _MOST)
    for letters in _LIGATURES:
        if (glyph.text == "f" and letters[0] != "f") or not all(letter in widths for letter in letters):
            continue
        share = _width(glyph) / sum(widths[letter] for letter in letters)
        if least <= share <= most and (stem := _stem_over(before, letters, after)):
            rare = _RARE if letters in {"fj", "ft", "tt", "ti"} else 0.0
            yield stem / 5 - abs(math.log(share)) - rare, stem, letters


def _side(glyphs: list[Glyph], place: int, step: int) -> str:
    """Return the letters of the word that stand before (`step` -1) or behind the glyph."""
    letters: list[str] = []
    here = glyphs[place]
    while len(letters) < _LONGEST_SIDE and 0 <= place + step < len(glyphs):
        there = glyphs[place + step]
        first, second = (here, there) if step > 0 else (there, here)
        apart = second.left - first.right
        if second.space or abs(there.base - here.base) > 0.5 * here.size or apart > _SAME_WORD * here.size:
            break
        if not (there.text.isalpha() or there.text == "-"):
            break
        letters.append(there.text.lower())
        place, here = place + step, there
    return "".join(letters if step > 0 else reversed(letters))


def _stem_over(before: str, letters: str, after: str) -> int:
    """Return the length of the longest known stem that lies over all of `letters` where they stand in the word."""
    word = f"{before}{letters}{after}"
    first, last = len(before), len(before) + len(letters)
    longest = 0
    for stem in _STEMS_WITH[letters]:
        at = word.find(stem)
        while at >= 0:
            if at <= first and last <= at + len(stem):
                longest = max(longest, len(stem))
            at = word.find(stem, at + 1)
    return longest
