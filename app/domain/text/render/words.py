"""Text made fit for print: what may stand in a document and what never does."""

import re
import unicodedata

from app.domain.regex import regex

_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
# Joiners change how Persian, Indic and emoji sequences look; they are the only format characters that are kept.
_JOINERS = {"\u200c", "\u200d"}
_SAFE_SCHEMES = ("http://", "https://", "mailto:")
_DOMAIN = regex(r"(?:[^\W_][\w-]*\.)+[^\W\d_]{2,}(?:[/?#:]\S*)?", re.UNICODE)
_LANGUAGE = regex(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_EMAIL = regex(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


def clean(text: str) -> str:
    """Return `text` on one line, composed (NFC), without control, private-use and invisible characters."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    return " ".join("".join(char for char in spaced if _printable(char)).split())


def clean_lines(text: str) -> list[str]:
    """Return the non-empty lines of `text`, each cleaned."""
    return [line for line in map(clean, text.splitlines()) if line]


def upper(text: str) -> str:
    """Return `text` in capitals where they read back as the same word, else unchanged (Turkish dotless i)."""
    capitals = text.upper()
    return capitals if capitals.casefold() == text.casefold() else text


def shown_url(url: str) -> str:
    """Return a link as people write it: without scheme, `www.` and a closing slash."""
    return re.sub(r"^(?:https?://|mailto:)?(?:www\.(?=[^/]+\.))?", "", clean(url), flags=re.IGNORECASE).rstrip("/")


def language_tag(language: str) -> str:
    """Return `language` as a BCP 47 tag ("pt_BR" becomes "pt-BR"), or "en" where it is none."""
    tag = language.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else "en"


def safe_href(url: str) -> str:
    """Return the address a link may lead to (http, https, mailto), or an empty text."""
    address = clean(url)
    if " " in address or not address:
        return ""
    if address.lower().startswith(_SAFE_SCHEMES):
        return address
    if _EMAIL.fullmatch(address):
        return f"mailto:{address}"
    return f"https://{address}" if _DOMAIN.fullmatch(address) else ""


def _printable(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char) not in _UNPRINTABLE
