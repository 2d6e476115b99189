"""What people say about their document, understood and carried out without a language model."""
