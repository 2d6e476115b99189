"""Posting reading: from text to a structured posting."""
