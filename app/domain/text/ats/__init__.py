"""ATS scores and checks."""
