"""Reading resumes: text, JSON Resume, LinkedIn and Europass to a career, and a career to JSON Resume."""

from app.domain.text.resume.parse import parse_lines as parse_resume
from app.domain.text.resume.parsed import ParsedResume

__all__ = ["ParsedResume", "parse_resume"]
