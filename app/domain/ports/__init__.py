"""Promises the domain asks of the outside, one module each."""
