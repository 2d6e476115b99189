"""Regular expressions that are compiled when they are first used.

The five hundred that read resumes and postings take a third of a second to compile, which every start of the service
and of the command line would pay for those that it may never use.
"""

import re
from typing import Any, cast


class _Regex:
    """Stands for `re.Pattern[str]`. What was asked for once is kept, so that a later use costs what it always did."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._given = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self._compiled = re.compile(self.pattern, self._given)
        found = getattr(compiled, name)
        setattr(self, name, found)
        return found

    def __repr__(self) -> str:
        return f"regex({self.pattern!r}, {self._given})"


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern; what is wrong with it is raised as `re.error` at its first use.

    It is a pattern in all that a pattern does, except to the functions of `re` and to `isinstance`.
    """
    return cast("re.Pattern[str]", _Regex(source, int(flags)))
