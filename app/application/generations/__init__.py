"""Generations: starting them (`service`) and running them (`runner`)."""
