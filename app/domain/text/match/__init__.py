"""How well a career fits a posting, and why."""

from app.domain.text.match.score import match_career, match_content, total

__all__ = ["match_career", "match_content", "total"]
