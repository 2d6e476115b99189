"""Finding postings: which of them somebody looks for, and which are the same vacancy told twice."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, urlencode, urlsplit

from app.domain.regex import regex
from app.domain.text.job.page import JobPage
from app.domain.text.job.titles import clean_title

_MOST_WORDS = 12
_LEAST_STEM = 4
_WORD = regex(r"[^\W_](?:[^\W_]|[+#]|(?<=\w)[.'’&-](?=\w))*|\.net\b")
_SMALL = frozenset("a an and at der die das for für de la le en et für in of on or the to und with y".split())
_ANYWHERE = regex(
    r"\b(?:worldwide|anywhere|global(?:ly)?|everywhere|international|earth|fully remote|100\s?% remote)\b"
)
_REMOTE = regex(r"\b(?:remote(?:ly)?|work from home|home ?office|telecommut\w+|télétravail|teletrabajo)\b")
_HYBRID = regex(r"\bh[yí]brid")
_LEGAL = regex(
    r"\b(?:gmbh|inc|ltd|limited|llc|llp|plc|ag|se|sa|s\.a|sas|sarl|srl|spa|bv|b\.v|nv|ab|aps|oy|corp|corporation|company|"
    r"co|kg|kgaa|ug|pty|pvt|holding|group)\b$"
)
_TRACKING = regex(r"^(?:utm_\w+|gh_src|ref|referrer|source|src|lever-source|lever-origin|trk|fbclid|gclid|mc_\w+)$")


@dataclass(frozen=True)
class WantedJob:
    """What somebody looks for. `remote` `None` takes both; an empty `q` or `location` takes everything."""

    q: str = ""
    location: str = ""
    remote: bool | None = None

    def fits(self, page: JobPage) -> bool:
        """Tell whether every word of `q` stands in the posting, and its place and arrangement are the wanted ones."""
        return self.fits_place(page) and self._has_words(page)

    def fits_place(self, page: JobPage) -> bool:
        """Tell whether place and arrangement are the wanted ones; a job done from anywhere is in every place."""
        if not self.fits_arrangement(page):
            return False
        if not self._places:
            return True
        place = folded(page.location or "")
        if is_remote(page) and (_ANYWHERE.search(place) or not _WORD.search(_REMOTE.sub(" ", place))):
            return True
        return all(word.search(place) for word in self._places)

    def fits_arrangement(self, page: JobPage) -> bool:
        """Tell whether the posting is remote where remote is wanted, and is not where it is not."""
        return self.remote is None or is_remote(page) == self.remote

    def title_share(self, page: JobPage) -> float:
        """Return which share of the words of `q` stands in the title, 0-1; 0 where `q` is empty."""
        title = folded(page.title or "")
        return sum(bool(word.search(title)) for word in self._words) / len(self._words) if self._words else 0.0

    @cached_property
    def _words(self) -> tuple[re.Pattern[str], ...]:
        return _patterns(self.q)

    @cached_property
    def _places(self) -> tuple[re.Pattern[str], ...]:
        return _patterns(_REMOTE.sub(" ", folded(self.location)))

    def _has_words(self, page: JobPage) -> bool:
        missing = self._words
        for text in (page.title, page.company, page.location, page.text):
            if missing:
                said = folded(text or "")
                missing = tuple(word for word in missing if not word.search(said))
        return not missing


def _patterns(text: str) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each word of `text`, without the small words unless there are no others."""
    found = list(dict.fromkeys(_WORD.findall(folded(text))))[:_MOST_WORDS]
    return tuple(map(_pattern, [word for word in found if word not in _SMALL] or found))


def _pattern(word: str) -> re.Pattern[str]:
    """Match the word, and where it is a long one also what goes on from it ("engineer", "engineering")."""
    if len(word) >= _LEAST_STEM and word.isalpha():
        return re.compile(rf"(?<!\w){re.escape(word.removesuffix('s') if len(word) > _LEAST_STEM else word)}")
    return re.compile(rf"(?<!\w){re.escape(word)}(?![\w+#])")


def folded(text: str) -> str:
    """Return the text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss")).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def is_remote(page: JobPage) -> bool:
    """Tell whether the posting's own fields say that the work is done from elsewhere."""
    if page.workplace is not None:
        return page.workplace == "remote"
    said = folded(f"{page.location or ''} | {page.title or ''}")
    return bool(_REMOTE.search(said) or _ANYWHERE.search(folded(page.location or ""))) and not _HYBRID.search(said)


def canonical_url(url: str) -> str:
    """Return what addresses of one page have in common: no scheme, `www.`, tracking, fragment or last slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.match(name.lower())])
    host = (parts.netloc.rpartition("@")[2]).lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{query}"


def same_vacancies(pages: Sequence[JobPage], origins: Sequence[str]) -> list[list[int]]:
    """Return the positions of `pages` in groups, one a vacancy, in the order of each group's first.

    The same address is the same vacancy. So is the same title at the same employer in places that do not contradict
    each other, where the two come from different `origins`: one board lists a vacancy for two towns twice on purpose.
    """
    groups: list[list[int]] = []
    by_url: dict[str, list[int]] = {}
    by_name: dict[tuple[str, str], list[list[int]]] = {}
    for at, page in enumerate(pages):
        url = canonical_url(page.url) if page.url else ""
        name = (employer_key(page.company), folded(clean_title(page.title or "")).strip())
        group = by_url.get(url) if url else None
        if group is None and all(name):
            group = next((one for one in by_name.get(name, ()) if _may_join(at, one, pages, origins)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(at)
        if url:
            by_url.setdefault(url, group)
        if all(name) and group not in by_name.setdefault(name, []):
            by_name[name].append(group)
    return groups


def _may_join(at: int, group: list[int], pages: Sequence[JobPage], origins: Sequence[str]) -> bool:
    if any(origins[at] == origins[other] for other in group):
        return False
    return all(_places_agree(pages[at].location, pages[other].location) for other in group)


def _places_agree(one: str | None, other: str | None) -> bool:
    first, second = (set(_WORD.findall(folded(place or ""))) - {"remote"} for place in (one, other))
    return not first or not second or first <= second or second <= first


def employer_key(company: str | None) -> str:
    """Return an employer's name folded, without its legal form."""
    words = " ".join(_WORD.findall(folded(company or "")))
    while (shorter := _LEGAL.sub("", words).strip()) and shorter != words:
        words = shorter
    return words
