"""Every kind of board by the name that `JOB_SOURCES` gives it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.ports.job_boards import IJobBoard
from app.infrastructure.job_boards import public_boards as boards
from app.infrastructure.job_boards.companies import COMPANY_BOARDS, company_board
from app.infrastructure.job_boards.feed import BoardFeed
from app.infrastructure.job_boards.hacker_news import HackerNewsBoard
from app.infrastructure.job_boards.json_board import JsonBoard, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardKeys:
    """The keys of the boards that want one."""

    adzuna_app_id: str = field(default="", repr=False)
    adzuna_app_key: str = field(default="", repr=False)
    usajobs_api_key: str = field(default="", repr=False)
    usajobs_email: str = field(default="", repr=False)
    themuse_api_key: str = field(default="", repr=False)


def build_boards(
    names: Iterable[str], feed: BoardFeed, keys: BoardKeys, base_urls: Mapping[str, str]
) -> list[IJobBoard]:
    """Return the boards of these names, each once; raise `ValueError` for one that is not known or lacks its key.

    `base_urls` replaces the address of a kind, such as `greenhouse`: for a gateway, or for tests.
    """
    urls = {kind: url.rstrip("/") for kind, url in base_urls.items()}
    return [_board(name, feed, keys, urls) for name in dict.fromkeys(names)]


def _board(name: str, feed: BoardFeed, keys: BoardKeys, urls: Mapping[str, str]) -> IJobBoard:
    kind, _, argument = name.partition(":")
    base = urls.get(kind)
    if kind in COMPANY_BOARDS:
        if not argument:
            raise ValueError(f"{kind} needs an employer's name there, as in {kind}:acme")
        return company_board(kind, argument, feed, base)
    if kind == "adzuna":
        return JsonBoard(_adzuna(argument or "gb", keys, base), feed)
    if argument:
        raise ValueError(f"{kind} takes no name after a colon")
    if kind == "hackernews":
        return HackerNewsBoard(feed, base)
    if kind == "remotive":
        return JsonBoard(boards.remotive(base), feed)
    if kind == "arbeitnow":
        return JsonBoard(boards.arbeitnow(base), feed)
    if kind == "themuse":
        return JsonBoard(boards.the_muse(base, api_key=keys.themuse_api_key), feed)
    if kind == "usajobs":
        if not (keys.usajobs_api_key and keys.usajobs_email):
            raise ValueError("usajobs needs USAJOBS_API_KEY and USAJOBS_EMAIL")
        return JsonBoard(boards.usajobs(base, api_key=keys.usajobs_api_key, email=keys.usajobs_email), feed)
    raise ValueError(f"{kind} is no job board that JobWise knows")


def _adzuna(country: str, keys: BoardKeys, base: str | None) -> Source:
    if not (keys.adzuna_app_id and keys.adzuna_app_key):
        raise ValueError("adzuna needs ADZUNA_APP_ID and ADZUNA_APP_KEY")
    if country not in boards.ADZUNA_CURRENCIES:
        raise ValueError(f"adzuna has no country {country}")
    return boards.adzuna(base, country=country, app_id=keys.adzuna_app_id, app_key=keys.adzuna_app_key)
