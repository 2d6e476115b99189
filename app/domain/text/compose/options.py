"""What the user may ask of the writer, and what that comes to for one career and posting."""

from dataclasses import dataclass
from typing import Literal

Length = Literal["one_page", "two_page", "auto"]
Tone = Literal["professional", "warm", "direct"]
Level = Literal["fresher", "experienced"]
WrittenLanguage = Literal["en", "de", "fr", "es"]

WRITTEN_LANGUAGES: tuple[WrittenLanguage, ...] = ("en", "de", "fr", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeOptions:
    """Wishes for a document. `None` and `auto` leave the choice to the writer.

    `language` is ISO 639-1; `None` follows the posting. `include_sections` are section kinds; `None` means all.
    `instructions` are plain sentences; the simple ones are followed, the others are named in the recommendations.
    """

    length: Length = "auto"
    tone: Tone = "professional"
    language: str | None = None
    candidate_level: Level | None = None
    target_stack: tuple[str, ...] = ()
    instructions: str = ""
    include_sections: tuple[str, ...] | None = None


def written_language(wanted: str | None, posting_language: str) -> WrittenLanguage:
    """Return the language to write in: the wanted one, else the posting's, English where neither can be written."""
    asked = (wanted or posting_language).lower().replace("_", "-").split("-")[0]
    return next((language for language in WRITTEN_LANGUAGES if language == asked), "en")
