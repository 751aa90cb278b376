"""Paragraphs, headings, articles and items of a plain text, and the sentences in them."""
