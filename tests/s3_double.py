"""An S3-compatible server that lets nobody in who does not sign."""

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, quote

import httpx2
from moto.server import ThreadedMotoServer

REGION, ACCESS_KEY_ID, SECRET_ACCESS_KEY = "us-east-1", "key", "secret"
BUCKET = "files"
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Door:
    """WSGI in front of moto, which asks nobody who they are.

    A link (signed query) is checked as S3 does: method, host, path, what else the query says, and its time. Of
    requests with an `Authorization` header moto knows enough; all others are refused.
    """

    def __init__(self, inside: Application) -> None:
        self._inside = inside

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        query = dict(parse_qsl(environ["QUERY_STRING"], keep_blank_values=True))
        if "X-Amz-Signature" in query:
            refused = _refused(environ, query)
        else:
            refused = "" if "HTTP_AUTHORIZATION" in environ else "AccessDenied"
        if not refused:
            return self._inside(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "application/xml")])
        return [f"<Error><Code>{refused}</Code></Error>".encode()]


def _refused(environ: dict[str, Any], query: dict[str, str]) -> str:
    given = query.pop("X-Amz-Signature")
    signed_at = datetime.strptime(query["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    if datetime.now(UTC) > signed_at + timedelta(seconds=int(query["X-Amz-Expires"])):
        return "ExpiredToken"
    path = quote(environ["PATH_INFO"].encode("latin-1"), safe="/-_.~")
    told = "&".join(f"{quote(name, safe='-_.~')}={quote(query[name], safe='-_.~')}" for name in sorted(query))
    host = f"host:{environ['HTTP_HOST']}\n"
    request = "\n".join([environ["REQUEST_METHOD"], path, told, host, "host", "UNSIGNED-PAYLOAD"])
    scope = f"{signed_at:%Y%m%d}/{REGION}/s3/aws4_request"
    digest = hashlib.sha256(request.encode()).hexdigest()
    text = f"AWS4-HMAC-SHA256\n{query['X-Amz-Date']}\n{scope}\n{digest}"
    key = f"AWS4{SECRET_ACCESS_KEY}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    expected = hmac.new(key, text.encode(), "sha256").hexdigest()
    return "" if hmac.compare_digest(expected, given) else "SignatureDoesNotMatch"


def s3_settings(address: str, bucket: str = BUCKET) -> dict[str, Any]:
    """Return the settings of a service that keeps its files there."""
    return {
        "storage_backend": "s3",
        "s3_bucket": bucket,
        "s3_endpoint_url": address,
        "s3_region": REGION,
        "s3_access_key_id": ACCESS_KEY_ID,
        "s3_secret_access_key": SECRET_ACCESS_KEY,
    }


@contextmanager
def s3_server(*buckets: str) -> Iterator[str]:
    """Run a server with empty buckets of these names (or one called `files`) and yield its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    inside: Any = server._server
    try:
        for bucket in buckets or (BUCKET,):
            httpx2.put(f"http://{host}:{port}/{bucket}").raise_for_status()
        inside.app = Door(inside.app)
        yield f"http://{host}:{port}"
    finally:
        server.stop()
