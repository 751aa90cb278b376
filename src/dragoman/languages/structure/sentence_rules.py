"""What is particular to one language in finding the ends of sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """What is particular to one language. All words in lower case, abbreviations without the last
    full stop and without the spaces inside them ("т.е", "u.s").
    """

    holds: frozenset[str] = frozenset()
    """Abbreviations that something always follows: Mr., т. е."""
    holds_before_number: frozenset[str] = frozenset()
    """Abbreviations that a number may follow: No., ст."""
    holds_unless_starter: frozenset[str] = frozenset()
    """Abbreviations that end a sentence only before one of `starters`: U.S., 2024 г."""
    ends_before_capital: frozenset[str] = frozenset()
    """Abbreviations that end a sentence before any capital, short as they are: p.m., и др."""
    before_letter: re.Pattern[str] | None = None
    """What stands before a single letter that is no initial: annex I, 00 м."""
    starters: frozenset[str] = frozenset()
    """Words that, with a capital after an abbreviation, open a sentence: The, В."""
    after_quotation: re.Pattern[str] | None = None
    """What goes on with a sentence after a quotation that ends in a mark of its own."""
    ordinal_dot: bool = False
    """Whether a full stop after figures makes an ordinal (German 3. Oktober)."""
    at_spaces: bool = False
    """Whether sentences are divided by spaces alone (Thai, Lao)."""
