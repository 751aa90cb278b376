"""Comparisons as files: JSON, a page of its own, a DOCX with comments."""
