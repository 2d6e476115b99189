"""The skills lexicon and its matcher."""

from app.domain.text.skills.entries import SkillEntry
from app.domain.text.skills.lexicon import Lexicon, SkillMention, lexicon

__all__ = ["Lexicon", "SkillEntry", "SkillMention", "lexicon"]
