"""What no route takes, whatever it is for."""

import httpx2
import pytest

from tests.api.conftest import SignUp

JOB = '{"source": "manual", "title": "T", "company": "C", "description": "D"%s}'


@pytest.mark.parametrize(
    ("extra", "field"),
    [
        (r', "location": "a\u0000b"', "location"),
        (r', "location": "\ud800"', "location"),
        (', "x": {"y": [1e999]}', "x.y.0"),
        (', "x": ' + "9" * 400, "x"),
        (', "x": NaN', "body"),
        (', "x": ' + "[" * 60 + "]" * 60, "body"),
        (', "x": ' + "[" * 100_000 + "]" * 100_000, "body"),
        (', "x": ' + "9" * 5000, "body"),
        (', "x": ', "body"),
    ],
    ids=["nul", "surrogate", "infinite", "huge", "nan", "deep", "deepest", "longest", "cut"],
)
async def test_json_that_no_database_keeps_is_a_validation_error(
    client: httpx2.AsyncClient, sign_up: SignUp, extra: str, field: str
) -> None:
    headers = {**await sign_up(), "Content-Type": "application/json"}
    answer = await client.post("/api/v1/jobs", content=JOB % extra, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "validation_error")
    assert [problem["field"] for problem in answer.json()["error"]["details"]["fields"]] == [field]


async def test_other_unicode_comes_back_as_it_was_sent(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = {**await sign_up(), "Content-Type": "application/json"}
    answer = await client.post(
        "/api/v1/jobs", content=JOB % r', "location": "\ud83d\ude00 e\u0301 \u0001"', headers=headers
    )
    assert (answer.status_code, answer.json()["location"]) == (201, "😀 e\u0301 \x01")


@pytest.mark.parametrize("url", ["/api/v1/jobs?company=a%00b", "/api/v1/jobs/%00", "/api/v1/jobs?sort=%00"])
async def test_a_nul_in_an_address_is_a_validation_error(client: httpx2.AsyncClient, sign_up: SignUp, url: str) -> None:
    answer = await client.get(url, headers=await sign_up())
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "validation_error")


async def test_a_nul_in_a_form_or_a_file_name_is_a_validation_error(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    form = await client.post("/api/v1/auth/token", data={"username": "a\0b", "password": "x"})
    body = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a\0b.txt"\r\n\r\ntext\r\n--b--\r\n'
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    upload = await client.post("/api/v1/resumes", content=body, headers={**headers, **kind})
    text = body.replace(b"; filename", b"; other").replace(b"\0", b"").replace(b"text", b"te\0xt")
    part = await client.post("/api/v1/resumes", content=text, headers={**headers, **kind})
    assert [answer.status_code for answer in (form, upload, part)] == [400, 400, 400]
    assert upload.json()["error"]["details"]["fields"][0]["field"] == "file"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("jobs", "text/plain"),
        ("jobs", "application/x-www-form-urlencoded"),
        ("jobs", "application/xml"),
        ("resumes", "application/json"),
        ("auth/token", "application/json"),
    ],
)
async def test_a_body_of_another_kind_is_unsupported(
    client: httpx2.AsyncClient, sign_up: SignUp, path: str, kind: str
) -> None:
    headers = {**await sign_up(), "Content-Type": kind}
    answer = await client.post(f"/api/v1/{path}", content='{"source": "manual"}', headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (415, "unsupported_media_type")
