"""Job postings: from text to a structured posting."""

from app.domain.text.job.page import JobPage, posting_from_page
from app.domain.text.job.parse import parse_posting

__all__ = ["JobPage", "parse_posting", "posting_from_page"]
