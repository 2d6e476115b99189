"""Preparing for an interview: which questions to expect, what to answer from, and how good an answer is."""
