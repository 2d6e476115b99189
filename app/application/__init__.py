"""Use cases: one service per feature. Standard library and domain only."""
