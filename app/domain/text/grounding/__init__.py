"""The verifier: every claim of a text against the facts it cites."""
