"""ATS scores and checks."""

from app.domain.text.ats.breakdown import combine_breakdown
from app.domain.text.ats.checks import ats_checks
from app.domain.text.ats.score import ats_score, target_stack_of

__all__ = ["ats_checks", "ats_score", "combine_breakdown", "target_stack_of"]
