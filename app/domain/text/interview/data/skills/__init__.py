"""Technical questions, one file per broad area."""
