"""What the tables share: their metadata, and columns of the kinds that most have."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Text

metadata = MetaData()

ORDERED = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of code points everywhere, whatever the language of the database's server is."""


def text(name: str, *, key: bool = False) -> Column[str]:
    """A column of text."""
    return Column(name, Text, primary_key=key, nullable=False)


def whole(name: str, *, key: bool = False) -> Column[int]:
    """A column of whole numbers."""
    return Column(name, Integer, primary_key=key, nullable=False, autoincrement=False)
