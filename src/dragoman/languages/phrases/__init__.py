"""Noun phrases and names: what may be a term, by the grammar of each language."""
