"""Words that resumes are written with, by language."""
