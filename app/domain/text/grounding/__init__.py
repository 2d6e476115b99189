"""The grounding verifier: every sentence of a document against the facts it cites, and the repair of what fails."""

from app.domain.text.document import CheckedField
from app.domain.text.grounding.ground import PostingContext
from app.domain.text.grounding.index import FactIndex
from app.domain.text.grounding.repair import Repair, RepairReport, repair_content
from app.domain.text.grounding.report import (
    Checked,
    GroundingReport,
    apply_report,
    report_to_plain,
    verify_content,
)
from app.domain.text.grounding.sentence import verify_sentence

__all__ = [
    "Checked",
    "CheckedField",
    "FactIndex",
    "GroundingReport",
    "PostingContext",
    "Repair",
    "RepairReport",
    "apply_report",
    "repair_content",
    "report_to_plain",
    "verify_content",
    "verify_sentence",
]
