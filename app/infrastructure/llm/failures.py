"""What went wrong with a call, in the domain's words. Both vendors' clients name their errors alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2

from app.domain.errors import JobWiseError
from app.domain.ports.llm import LLMOutputError, LLMUnavailableError
from app.infrastructure.llm.transport import AnswerTooLargeError

_DEFAULT_RETRY_AFTER = 30
_REFUSED_SETTINGS = {
    401: "The language model's provider does not accept the server's key",
    402: "The language model's provider wants to be paid first",
    403: "The language model's provider does not allow the server's key to do this",
    404: "The language model's provider does not know the configured model or address",
}


@dataclass(slots=True)
class CallFailedError(Exception):
    """One call failed: `error` is what to raise if no other call is made.

    `again` tells that the same call may work after `wait` seconds (`None`: the provider did not say), `simpler` that
    the provider may accept it with less structure asked for.
    """

    error: JobWiseError
    again: bool = False
    wait: float | None = None
    simpler: bool = False


@dataclass(frozen=True, slots=True)
class VendorErrors:
    """A vendor's error classes."""

    status: type[Exception]
    timeout: type[Exception]
    connection: type[Exception]
    any: type[Exception]


@contextmanager
def translated(vendor: VendorErrors) -> Iterator[None]:
    """Turn a vendor's errors into `CallFailedError`.

    The cause is left out on purpose: providers quote keys and prompts in their error bodies.
    """
    try:
        yield
    except vendor.status as error:
        response: httpx2.Response = getattr(error, "response")  # noqa: B009 - the classes are not known to be alike
        raise _of_status(response.status_code, response.headers) from None
    except vendor.timeout:
        raise CallFailedError(LLMUnavailableError("The language model took too long")) from None
    except (vendor.connection, httpx2.HTTPError) as error:
        raise _of_connection(error) from None
    except (vendor.any, ValueError, TypeError, AttributeError, LookupError):
        # Bodies that are no JSON, or JSON of another shape, surface as any of these, depending on where they break.
        raise CallFailedError(LLMOutputError("The language model's provider answered nonsense")) from None


def _of_connection(error: BaseException) -> CallFailedError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, AnswerTooLargeError):
            return CallFailedError(LLMOutputError("The language model's answer is larger than any answer can be"))
        cause = cause.__cause__ or cause.__context__
    return CallFailedError(LLMUnavailableError("The language model cannot be reached"), again=True)


def _of_status(status: int, headers: httpx2.Headers) -> CallFailedError:
    wait = retry_after(headers, datetime.now(UTC))
    seconds = _DEFAULT_RETRY_AFTER if wait is None else max(1, min(3600, round(wait)))
    if status in _REFUSED_SETTINGS:
        return CallFailedError(LLMUnavailableError(_REFUSED_SETTINGS[status], retry_after=300))
    if status == 429:
        error = LLMUnavailableError("The language model's provider has had too many requests", retry_after=seconds)
        return CallFailedError(error, again=True, wait=wait)
    if status in (408, 409) or status >= 500:
        error = LLMUnavailableError("The language model's provider has a problem", retry_after=seconds)
        return CallFailedError(error, again=True, wait=wait)
    if status in (400, 422):
        message = "The language model's provider did not accept the request"
        return CallFailedError(LLMUnavailableError(message), simpler=True)
    return CallFailedError(LLMUnavailableError(f"The language model's provider answered with status {status}"))


def retry_after(headers: httpx2.Headers, now: datetime) -> float | None:
    """Return the seconds that `Retry-After` (seconds or a date, RFC 9110) or `retry-after-ms` asks for."""
    milliseconds, text = headers.get("retry-after-ms", ""), headers.get("retry-after", "").strip()
    for value, unit in ((milliseconds, 0.001), (text, 1.0)):
        try:
            seconds = float(value) * unit
        except ValueError:
            continue
        if 0 <= seconds < 1e9:
            return seconds
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - now.timestamp())
