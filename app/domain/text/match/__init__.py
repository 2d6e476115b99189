"""How well a career fits a posting, and why."""
