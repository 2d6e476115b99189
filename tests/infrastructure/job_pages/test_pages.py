import json
from collections.abc import Mapping

import pytest

from app.domain.ports.job_pages import ExtractionFailedError
from app.infrastructure.http_guard import Fetched, FetchError, GuardedClient
from app.infrastructure.job_pages import HttpJobPages

PAGE = (
    b"<title>Tide Analyst at Skagen Pegel</title><h1>Tide Analyst</h1><main>"
    + b"<p>We measure the sea.</p>" * 20
    + b"</main>"
)
BOARD = "https://jobs.lever.co/pegel/0f0f0f0f-1111-2222-3333-444444444444"


class Web(GuardedClient):
    """Answers from a table instead of the network."""

    def __init__(self, answers: dict[str, Fetched | FetchError]) -> None:
        super().__init__()
        self._answers = answers
        self.asked: list[str] = []

    async def get(self, url: str, *, accept: str = "", headers: Mapping[str, str] | None = None) -> Fetched:
        self.asked.append(url)
        answer = self._answers.get(url, FetchError("The site's name is not known"))
        if isinstance(answer, FetchError):
            raise answer
        return answer


def page(status: int = 200, body: bytes = PAGE, content_type: str = "text/html") -> Fetched:
    return Fetched("https://pegel.test/1", status, content_type, body)


async def test_a_page_is_fetched_and_read() -> None:
    found = await HttpJobPages(Web({"https://pegel.test/1": page()})).read("https://pegel.test/1")
    assert (found.title, found.company, found.url) == ("Tide Analyst", "Skagen Pegel", "https://pegel.test/1")


async def test_the_data_of_a_board_is_asked_first() -> None:
    api = "https://api.lever.co/v0/postings/pegel/0f0f0f0f-1111-2222-3333-444444444444?mode=json"
    job = {"id": "0f0f0f0f-1111-2222-3333-444444444444", "text": "Tide Analyst", "description": "<p>Sea.</p>"}
    body = json.dumps(job).encode()
    web = Web({api: page(body=body, content_type="application/json")})
    found = await HttpJobPages(web).read(BOARD)
    assert (found.title, found.text, web.asked) == ("Tide Analyst", "Sea.", [api])


async def test_a_board_that_does_not_answer_leaves_the_page_itself() -> None:
    web = Web({BOARD: page()})
    assert (await HttpJobPages(web).read(BOARD)).title == "Tide Analyst"
    assert len(web.asked) == 2


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (FetchError("The address does not lead to the public web"), "public web"),
        (page(status=404), "no longer there"),
        (page(status=403), "to programs"),
        (page(status=500), "500"),
        (page(content_type="application/pdf"), "a file"),
        (page(body=b"<html></html>"), "no job posting"),
    ],
)
async def test_every_failure_is_told_in_words(answer: Fetched | FetchError, says: str) -> None:
    with pytest.raises(ExtractionFailedError, match=says):
        await HttpJobPages(Web({"https://pegel.test/1": answer})).read("https://pegel.test/1")
