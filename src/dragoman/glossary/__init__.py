"""Agreed and listed terms: whether a draft keeps to them."""
