"""The skills lexicon and its matcher."""
