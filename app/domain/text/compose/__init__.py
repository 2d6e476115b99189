"""The built-in writer: selection, ordering and careful composition of the candidate's own sentences."""
