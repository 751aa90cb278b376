"""Compare the language versions of one document."""
