"""The one error family. HTTP knows these categories only through one table in `presentation/api/errors.py`.

JobWiseError
├─ ValidationError            the input does not fit its schema
├─ NotAuthenticatedError      who is asking is not known
├─ ForbiddenError             known, but not allowed
├─ NotFoundError
├─ ConflictError              duplicates, wrong state
├─ VersionConflictError       somebody else changed it first
├─ PayloadTooLargeError
├─ UnsupportedMediaTypeError
├─ UnprocessableError         well-formed, but cannot be done
├─ RateLimitedError           carries `retry_after` seconds
├─ UnavailableError           a dependency is away; carries `retry_after` seconds
│  └─ DatabaseAwayError
└─ StorageFullError
"""

from typing import ClassVar


class JobWiseError(Exception):
    """Base of every error JobWise raises on purpose.

    `code` is the stable machine word of the wire format, `message` the sentence for people, `details` JSON-ready facts.
    """

    code: ClassVar[str] = "internal_error"
    default_message: ClassVar[str] = "Something went wrong"

    def __init__(self, message: str | None = None, **details: object) -> None:
        self.message = message or self.default_message
        self.details = details
        super().__init__(self.message)


class ValidationError(JobWiseError):
    """`details["fields"]` lists `{"field", "message"}`."""

    code = "validation_error"
    default_message = "The request does not fit its schema"

    @classmethod
    def of_field(cls, field: str, message: str) -> "ValidationError":
        """Return the error for one field."""
        return cls(fields=[{"field": field, "message": message}])


class NotAuthenticatedError(JobWiseError):
    """Nobody is signed in."""

    code = "not_authenticated"
    default_message = "Sign in first"


class ForbiddenError(JobWiseError):
    """The thing exists and is not the caller's."""

    code = "forbidden"
    default_message = "You may not do this"


class NotFoundError(JobWiseError):
    """The thing does not exist."""

    code = "resource_not_found"
    default_message = "Not found"


class ConflictError(JobWiseError):
    """A duplicate, or a state that does not allow the request."""

    code = "conflict"
    default_message = "This conflicts with what is there"


class VersionConflictError(JobWiseError):
    """The version the caller built on is no longer the current one."""

    code = "version_conflict"
    default_message = "It was changed meanwhile; read it again"


class PayloadTooLargeError(JobWiseError):
    """A body or file over its limit."""

    code = "payload_too_large"
    default_message = "The body is too large"


class UnsupportedMediaTypeError(JobWiseError):
    """Bytes of a kind that is not read."""

    code = "unsupported_media_type"
    default_message = "This kind of content is not supported"


class UnprocessableError(JobWiseError):
    """Well-formed, but it cannot be done."""

    code = "unprocessable"
    default_message = "This cannot be done"


class RateLimitedError(JobWiseError):
    """Too many requests; `retry_after` is in seconds."""

    code = "rate_limited"
    default_message = "Too many requests; wait a moment"

    def __init__(self, message: str | None = None, *, retry_after: int = 1, **details: object) -> None:
        super().__init__(message, **details)
        self.retry_after = retry_after


class UnavailableError(JobWiseError):
    """A dependency is away; `retry_after` is in seconds."""

    code = "service_unavailable"
    default_message = "A part of the service is unavailable; try again shortly"

    def __init__(self, message: str | None = None, *, retry_after: int = 5, **details: object) -> None:
        super().__init__(message, **details)
        self.retry_after = retry_after


class DatabaseAwayError(UnavailableError):
    """The database is away: whatever was being done may be as good as before, and nobody is to blame for it."""


class StorageFullError(JobWiseError):
    """The disk or bucket takes no more."""

    code = "storage_full"
    default_message = "There is no room left to store this"
