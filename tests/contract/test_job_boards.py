"""What every job board promises, on what each of them answers; a local server stands in for them, and misbehaves."""

import asyncio
import copy
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest

from app.domain.ports.job_boards import BoardPosting, IJobBoard, JobBoardUnavailableError, JobPage, WantedJob
from app.infrastructure.http_guard import GuardedClient
from app.infrastructure.job_boards import BoardFeed, BoardKeys, build_boards
from tests.board_double import BoardDouble, Trouble, board_double
from tests.board_payloads import HTML, PAYLOADS, TEXT
from tests.fakes.job_boards import FakeJobBoard

KEYS = BoardKeys(
    adzuna_app_id="app-id-secret",
    adzuna_app_key="app-key-secret",
    usajobs_api_key="usajobs-secret",
    usajobs_email="me@example.org",
    themuse_api_key="muse-secret",
)
REAL = sorted(PAYLOADS)
# One of each way of asking: one list, several pages, a list and details, a search in two steps, a key.
WAYS = ["greenhouse:sturmvogel", "arbeitnow", "smartrecruiters:Sturmvogel", "hackernews", "usajobs"]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Bench:
    """A board under test, with the server it asks where it is a real one."""

    def __init__(self, board: IJobBoard, double: BoardDouble, clock: Clock, feed: BoardFeed | None) -> None:
        self.board, self.double, self.clock, self.feed = board, double, clock, feed

    def break_down(self, trouble: Trouble = "500") -> None:
        self.double.misbehave(trouble)
        if isinstance(self.board, FakeJobBoard):
            self.board.is_down = True

    def repair(self) -> None:
        self.double.misbehave(None)
        self.clock.now += timedelta(minutes=1)
        if isinstance(self.board, FakeJobBoard):
            self.board.is_down = False

    async def titles(self, **wanted: Any) -> list[str]:
        answer = await self.board.search(WantedJob(**wanted))
        return sorted((posting.page.title or "").split(" (")[0] for posting in answer.postings)


def fake_board() -> FakeJobBoard:
    def page(number: int, title: str, place: str, text: str, *, remote: bool = False) -> JobPage:
        return JobPage(
            url=f"https://example.org/{number}",
            title=title,
            company="Sturmvogel",
            location=place,
            workplace="remote" if remote else None,
            date_posted="2026-03-01",
            text=text,
        )

    pages = [
        page(1, "Backend Engineer", "Hamburg, Germany", TEXT),
        page(2, "Staff Nurse", "Leeds", "Night shifts on a surgical ward."),
        page(3, "Data Analyst", "Remote", "SQL every day.", remote=True),
        JobPage(text="without a title"),
    ]
    return FakeJobBoard("fake", pages)


@pytest.fixture(params=["fake", *REAL])
async def bench(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    """Each kind of board."""
    async with board_double() as double:
        clock = Clock()
        client = GuardedClient(allow_private_hosts=(double.host,), timeout=1.0, max_bytes=400_000)
        feed = BoardFeed(client, clock=clock)
        if request.param == "fake":
            yield Bench(fake_board(), double, clock, None)
            return
        double.payloads = dict(PAYLOADS[request.param])
        (board,) = build_boards([request.param], feed, KEYS, {request.param.partition(":")[0]: double.url})
        yield Bench(board, double, clock, feed)
        await feed.aclose()
        await client.aclose()


async def test_it_finds_by_words_place_and_arrangement(bench: Bench) -> None:
    assert await bench.titles(q="backend engineer") == ["Backend Engineer"]
    assert await bench.titles(q="python", location="Hamburg") in (["Backend Engineer"], [])
    assert await bench.titles(q="backend", location="Leeds") == []
    assert await bench.titles(q="nurse", location="Leeds") == ["Staff Nurse"]
    assert "Staff Nurse" not in await bench.titles(q="analyst", remote=True)
    assert await bench.titles(q="analyst", remote=True) == ["Data Analyst"]
    if bench.board.name != "remotive":
        assert await bench.titles(q="analyst", remote=False) == []
    assert await bench.titles(q="no such thing at all") == []


async def test_a_vacancy_has_what_it_takes_to_keep_it(bench: Bench) -> None:
    answer = await bench.board.search(WantedJob(q="backend engineer"))
    (posting,) = answer.postings
    page = posting.page
    assert posting.source == bench.board.name
    assert page.url.startswith("https://")
    assert (page.title or "").startswith("Backend Engineer")
    assert page.company == "Sturmvogel"
    assert "Hamburg" in (page.location or "")
    assert page.date_posted == "2026-03-01"
    assert "<" not in page.text
    assert "PostgreSQL" in page.text
    assert posting.is_excerpt == bench.board.name.startswith("adzuna")


async def test_everything_is_found_where_nothing_is_asked_for(bench: Bench) -> None:
    assert await bench.titles() == ["Backend Engineer", "Data Analyst", "Staff Nurse"]


async def test_a_board_that_is_down_says_so_and_recovers(bench: Bench) -> None:
    bench.break_down()
    with pytest.raises(JobBoardUnavailableError, match=bench.board.name) as told:
        await bench.board.search(WantedJob(q="backend"))
    assert "secret" not in repr((told.value, told.value.details))
    bench.repair()
    assert await bench.titles(q="backend") == ["Backend Engineer"]


@pytest.fixture(params=WAYS)
async def real(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    """Each way of asking, with little patience and room."""
    async with board_double() as double:
        clock = Clock()
        client = GuardedClient(allow_private_hosts=(double.host,), timeout=0.3, max_bytes=400_000)
        feed = BoardFeed(client, clock=clock)
        double.payloads = dict(PAYLOADS[request.param])
        (board,) = build_boards([request.param], feed, KEYS, {request.param.partition(":")[0]: double.url + "/"})
        yield Bench(board, double, clock, feed)
        await feed.aclose()
        await client.aclose()


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_whatever_a_board_answers_it_is_unavailable_and_nothing_else(real: Bench, trouble: Trouble) -> None:
    real.double.misbehave(trouble)
    started = time.monotonic()
    with pytest.raises(JobBoardUnavailableError, match=real.board.name) as told:
        await real.board.search(WantedJob(q="backend"))
    assert time.monotonic() - started < 5
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("payload", [None, [], {}, 1, "x", {"jobs": {}}, {"results": None}, {"hits": [1]}, b"\xff\xfe"])
async def test_data_in_another_shape_is_no_data(real: Bench, payload: Any) -> None:
    real.double.payloads = dict.fromkeys(real.double.payloads, payload)
    with pytest.raises(JobBoardUnavailableError):
        await real.board.search(WantedJob(q="backend"))


def mutated(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield each place in the first row of a payload, with the row in which it holds something else."""
    odd: tuple[Any, ...] = (
        None,
        1e300,
        -5,
        "\ud800\x00",
        "\\u0000",
        [],
        [[]],
        {},
        True,
        "2026-99-99",
        "javascript:alert(1)",
        10**400,
    )
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        for other in odd:
            changed = copy.copy(value)
            changed[key] = other
            yield (*path, key), changed
        for where, inner in mutated(value[key], (*path, key)):
            changed = copy.copy(value)
            changed[key] = inner
            yield where, changed


LISTED = [
    name
    for name in REAL
    if not callable(next(iter(PAYLOADS[name].values()))) and not name.startswith(("lever_eu", "smart"))
]


@pytest.mark.parametrize("name", LISTED)
async def test_a_row_in_a_shape_of_its_own_hides_no_other(name: str) -> None:
    async with board_double() as double:
        ((path, payload),) = PAYLOADS[name].items()
        rows = payload if isinstance(payload, list) else next(v for v in payload.values() if isinstance(v, list))
        odd = [row for _, row in mutated(rows[0])]
        whole = [*odd, rows[1]]
        key = "" if isinstance(payload, list) else next(k for k, v in payload.items() if isinstance(v, list))
        double.payloads = {path: {**payload, key: whole} if key else whole}
        client = GuardedClient(allow_private_hosts=(double.host,), max_bytes=50_000_000)
        feed = BoardFeed(client, clock=Clock())
        (board,) = build_boards([name], feed, KEYS, {name.partition(":")[0]: double.url})
        answer = await board.search(WantedJob(q="nurse"))
        assert [posting.page.title for posting in answer.postings] == ["Staff Nurse"]
        for posting in (await board.search(WantedJob())).postings:
            check_keepable(posting)
        await feed.aclose()
        await client.aclose()


def check_keepable(posting: BoardPosting) -> None:
    page = posting.page
    assert page.title
    assert page.url == "" or page.url.startswith(("https://", "http://"))
    for text in (page.title, page.company or "", page.location or "", page.text):
        assert "\x00" not in text
        text.encode()
    for day in (page.date_posted, page.application_deadline):
        assert day is None or date.fromisoformat(day).isoformat() == day
    for end in (page.salary.min, page.salary.max) if page.salary else ():
        assert end is None or abs(end) < 1e15


async def test_one_question_is_asked_once_however_many_wait_and_kept_for_a_while(real: Bench) -> None:
    wanted = WantedJob(q="backend engineer")
    answers = await asyncio.gather(*(real.board.search(wanted) for _ in range(5)))
    assert len({answer.postings for answer in answers}) == 1
    asked = list(real.double.asked)
    assert sorted(set(asked)) == sorted(asked)
    again = await real.board.search(wanted)
    assert (real.double.asked, again.fetched_at) == (asked, real.clock.now)
    real.clock.now += timedelta(hours=7)
    assert (await real.board.search(wanted)).fetched_at == real.clock.now
    assert len(real.double.asked) > len(asked)


async def test_whoever_stops_waiting_leaves_the_fetch_to_the_next(real: Bench) -> None:
    waiting = asyncio.ensure_future(real.board.search(WantedJob(q="backend")))
    await real.double.received.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await real.titles(q="backend") == ["Backend Engineer"]
    assert len(set(real.double.asked)) == len(real.double.asked)


async def test_keys_go_to_their_board_and_not_along_with_a_redirect() -> None:
    async with board_double() as double, board_double() as elsewhere:
        double.payloads = elsewhere.payloads = dict(PAYLOADS["usajobs"])
        double.elsewhere = f"{elsewhere.url}/api/search"
        client = GuardedClient(allow_private_hosts=(double.host, elsewhere.host))
        feed = BoardFeed(client, clock=Clock())
        (board,) = build_boards(["usajobs"], feed, KEYS, {"usajobs": double.url})
        await board.search(WantedJob(q="nurse"))
        assert double.headers[0]["authorization-key"] == "usajobs-secret"
        assert double.headers[0]["user-agent"] == "me@example.org"
        double.misbehave("redirect")
        await board.search(WantedJob(q="analyst"))
        assert "authorization-key" not in elsewhere.headers[0]
        await feed.aclose()
        await client.aclose()


async def test_what_a_text_alone_says_is_not_looked_for_on_a_board_without_texts() -> None:
    async with board_double() as double:
        double.payloads = dict(PAYLOADS["smartrecruiters:Sturmvogel"])
        client = GuardedClient(allow_private_hosts=(double.host,))
        feed = BoardFeed(client, clock=Clock())
        (board,) = build_boards(["smartrecruiters:Sturmvogel"], feed, KEYS, {"smartrecruiters": double.url})
        assert (await board.search(WantedJob(q="postgresql"))).postings == ()
        details = "/v1/companies/Sturmvogel/postings/744000000000001"
        double.trouble[details] = "500"
        (posting,) = (await board.search(WantedJob(q="backend"))).postings
        assert (posting.is_excerpt, posting.page.text) == (True, "")
        assert posting.page.url == "https://jobs.smartrecruiters.com/Sturmvogel/744000000000001"
        await feed.aclose()
        await client.aclose()


async def test_the_best_of_a_page_comes_from_the_readers_that_job_pages_use() -> None:
    async with board_double() as double:
        double.payloads = dict(PAYLOADS["greenhouse:sturmvogel"])
        client = GuardedClient(allow_private_hosts=(double.host,))
        feed = BoardFeed(client, clock=Clock())
        (board,) = build_boards(["greenhouse:sturmvogel"], feed, KEYS, {"greenhouse": double.url})
        (posting,) = (await board.search(WantedJob(q="backend"))).postings
        assert posting.page == JobPage(
            url="https://job-boards.greenhouse.io/sturmvogel/jobs/7001",
            title="Backend Engineer (m/w/d)",
            company="Sturmvogel",
            location="Hamburg, Germany",
            date_posted="2026-03-01",
            text=f"{TEXT}\n\n- Three years of Python\n- German is a plus",
        )
        assert HTML.startswith("<p>")
        await feed.aclose()
        await client.aclose()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("monster", "no job board"),
        ("greenhouse", "employer's name"),
        ("remotive:acme", "takes no name"),
        ("adzuna:xx", "no country"),
    ],
)
def test_a_name_that_is_none_is_refused(name: str, message: str) -> None:
    feed = BoardFeed(GuardedClient(), clock=Clock())
    with pytest.raises(ValueError, match=message):
        build_boards([name], feed, KEYS, {})


@pytest.mark.parametrize("name", ["adzuna:de", "usajobs"])
def test_a_board_that_wants_a_key_is_not_built_without_it(name: str) -> None:
    feed = BoardFeed(GuardedClient(), clock=Clock())
    with pytest.raises(ValueError, match="needs"):
        build_boards([name], feed, BoardKeys(), {})


def test_a_key_is_not_shown() -> None:
    assert "secret" not in repr(KEYS)
