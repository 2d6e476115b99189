"""Letting a model word a document: what it is told, what it may change, and what of its proposal is accepted."""

from app.domain.text.rewrite.accept import Judged, judge, merged
from app.domain.text.rewrite.brief import Block, Brief, make_brief
from app.domain.text.rewrite.draft import Draft, Order, Refusal, Wording
from app.domain.text.rewrite.shape import REPAIR_SHAPE, WORDING_SHAPE, read_repairs, read_wordings

__all__ = [
    "REPAIR_SHAPE",
    "WORDING_SHAPE",
    "Block",
    "Brief",
    "Draft",
    "Judged",
    "Order",
    "Refusal",
    "Wording",
    "judge",
    "make_brief",
    "merged",
    "read_repairs",
    "read_wordings",
]
