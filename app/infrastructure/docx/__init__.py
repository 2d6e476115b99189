"""DOCX output with python-docx."""
