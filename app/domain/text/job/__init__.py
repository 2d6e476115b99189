"""Job postings: from text to a structured posting."""

from app.domain.text.job.parse import parse_posting

__all__ = ["parse_posting"]
