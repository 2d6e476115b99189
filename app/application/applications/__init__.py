"""The use cases of applications."""
