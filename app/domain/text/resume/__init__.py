"""Resume reading: from lines to a structured career."""
