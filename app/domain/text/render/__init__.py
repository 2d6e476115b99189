"""Documents as printed words: what every output format shows, in which order, and whether it came back."""
