"""Count the words of a text in any script."""

from app.domain.regex import regex

_RUN = regex(
    r"(?P<east>[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f々〆〇\U00020000-\U0003ffff]+)"
    r"|(?P<south>[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+)"
)
# Averages of running text: Chinese and Japanese take two characters for what other languages say in a word, Thai, Lao,
# Burmese and Khmer four and their marks.
_CHARACTERS = {"east": 2, "south": 5}


def word_count(text: str) -> int:
    """Return the number of words of `text`; scripts without blanks between words count by their characters."""
    if text.isascii():
        return len(text.split())
    unspaced = 0
    for match in _RUN.finditer(text):
        size = _CHARACTERS[match.lastgroup or "east"]
        unspaced += -(-len(match[0]) // size)
    rest = _RUN.sub(" ", text)
    return unspaced + sum(any(character.isalnum() for character in word) or len(word) > 1 for word in rest.split())
