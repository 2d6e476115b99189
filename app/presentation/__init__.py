"""The doors that people and programs use."""
