"""Regular expressions that wait for their first use."""

import copy
import gc
import pickle
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import app
from app.domain.regex import _Regex, regex


def test_it_is_a_pattern_in_all_that_a_pattern_does() -> None:
    made, plain = regex(r"(?P<year>\d{4})\b", re.IGNORECASE), re.compile(r"(?P<year>\d{4})\b", re.IGNORECASE)
    text = "2019 and 2024"
    for _ in range(2):
        assert [found.group("year") for found in made.finditer(text)] == ["2019", "2024"]
        assert made.sub("x", text) == plain.sub("x", text)
        assert made.fullmatch("2019")
        assert not made.match("x")
    assert (made.pattern, made.flags, made.groupindex) == (plain.pattern, plain.flags, plain.groupindex)


def test_it_is_compiled_at_its_first_use_and_says_then_what_is_wrong() -> None:
    broken = regex("(")
    with pytest.raises(re.error, match="missing"):
        broken.search("text")
    with pytest.raises(AttributeError):
        _ = regex("a").no_such_thing  # type: ignore[attr-defined]


def test_it_can_be_copied_and_sent_to_another_process() -> None:
    made = regex("a+")
    for _ in range(2):
        assert copy.deepcopy(made).search("baa")
        assert pickle.loads(pickle.dumps(made)).search("baa")  # noqa: S301 - made here
        assert made.search("baa")


def test_every_pattern_of_the_application_is_right() -> None:
    for module in walk_packages(app.__path__, "app."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    known = [one for one in gc.get_objects() if isinstance(one, _Regex) and one.pattern != "("]
    assert len(known) > 400
    for one in known:
        re.compile(one.pattern, one._given)
