"""Job pages: fetch them, and read what they say of a job."""

from app.infrastructure.job_pages.pages import HttpJobPages
from app.infrastructure.job_pages.reader import read_page

__all__ = ["HttpJobPages", "read_page"]
