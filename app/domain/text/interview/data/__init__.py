"""The question bank; see docs/how-to/add-an-interview-question.md."""
