"""JobWise: a self-hosted, truthful job application assistant."""
