"""The engines: synchronous, pure functions over values. No I/O, no clock, no randomness.

`career`, `posting` and `document` hold the values they share; each subpackage is one engine.
"""
