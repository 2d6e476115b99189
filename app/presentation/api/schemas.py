"""What the wire shapes share."""

from datetime import date
from typing import Annotated, Generic, TypeVar
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from app.domain.partial_date import PartialDate, partial_date

T = TypeVar("T")

CareerDate = Annotated[
    str,
    AfterValidator(partial_date),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
            "examples": ["2019-03"],
            "title": "Career date",
        }
    ),
]
"""`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; comes back with the precision it was given."""

ShortText = Annotated[str, Field(max_length=500)]
LongText = Annotated[str, Field(max_length=20_000)]
PostingText = Annotated[str, Field(max_length=500_000)]


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _plain_numbers(data: object) -> object:
    if isinstance(data, dict) and any(isinstance(data.get(name), bool | str) for name in ("min", "max")):
        raise ValueError("min and max are numbers")
    return data


PlainNumbers = BeforeValidator(_plain_numbers)
"""For ranges: a truth value or text is no number."""


def _whole(data: object) -> object:
    if isinstance(data, bool | str):
        raise ValueError("a whole number, not a truth value or text")  # noqa: TRY004 - pydantic reports ValueError
    return data


Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number of a request: 3 or 3.0, as JSON Schema has it, never true or "3"."""

DayText = Annotated[str, AfterValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""`YYYY-MM-DD`."""

__all__ = [
    "ApiModel",
    "CareerDate",
    "DayText",
    "ErrorOut",
    "IdsIn",
    "LongText",
    "PageOut",
    "PartialDate",
    "PlainNumbers",
    "PostingText",
    "ShortText",
    "Whole",
]


class ApiModel(BaseModel):
    """Base of request and response bodies. Unknown fields of a request are ignored."""

    model_config = ConfigDict(from_attributes=True, extra="ignore")


class IdsIn(ApiModel):
    """Several things at once."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=100)]
    """Which."""


class PageOut(ApiModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    total: int
    """How many there are in all."""
    limit: int
    """How many were asked for."""
    offset: int
    """How many were skipped."""


class ErrorBody(ApiModel):
    """What went wrong."""

    code: str = Field(examples=["resource_not_found"])
    """The stable machine word; all are listed in the documentation."""
    message: str = Field(examples=["Profile not found"])
    """The sentence for people."""
    details: dict[str, object] = Field(examples=[{}])
    """Facts that belong to the code."""


class ErrorOut(ApiModel):
    """The one shape of every error."""

    error: ErrorBody
