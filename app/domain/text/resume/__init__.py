"""Reading resumes: text, JSON Resume, LinkedIn and Europass to a career, and a career to JSON Resume."""

from app.domain.text.resume.europass import parse_europass
from app.domain.text.resume.json_resume import career_to_json_resume, parse_json_resume
from app.domain.text.resume.linkedin import parse_linkedin
from app.domain.text.resume.merge import Conflict, MergedEntry, MergeReport, merge_careers
from app.domain.text.resume.parse import parse_resume
from app.domain.text.resume.parsed import ParsedResume
from app.domain.text.resume.taking import SECTIONS, CareerSection, only_sections, section_of

__all__ = [
    "SECTIONS", "CareerSection", "Conflict", "MergeReport", "MergedEntry", "ParsedResume", "career_to_json_resume",
    "merge_careers", "only_sections", "parse_europass", "parse_json_resume", "parse_linkedin", "parse_resume",
    "section_of",
]  # fmt: skip
