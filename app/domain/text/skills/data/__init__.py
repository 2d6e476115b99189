"""Tab-separated tables of the skills lexicon, one per broad area; see docs/how-to/add-a-skill.md."""
