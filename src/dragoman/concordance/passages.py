"""What the index is asked for so that no use of a formulation is missed, verbatim or varied.

A varied use lacks one run of elements at most, so it holds all the others: words anywhere in the sentence,
characters in two rows. More sentences answer than hold a use; each is then looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.concordance.formulations import Formulation
from dragoman.concordance.streams import by_character
from dragoman.concordance.wanted import All, Any, Everything, Leaf, Slot, Wanted

# Elements that are asked for; of a longer phrase these are the first.
_MOST = 10


def passages(phrase: Formulation, code: str) -> Wanted:
    """Sentences that may use the phrase, and some that do not."""
    # Signs are no tokens of the index.
    keys = [key for key in phrase.content if key.isalnum()][:_MOST]
    # Elements that may be left out, one after the other.
    gap = max(0, min(phrase.run, len(phrase.content) - 2 * phrase.run))
    lacking = [(keys[:start], keys[start + gap :]) for start in range(len(keys) - gap + 1)]
    if by_character(code):
        parts = [_all([*_row(before), *_row(after)]) for before, after in lacking]
    elif gap:
        parts = [_all(_words([*before, *after])) for before, after in lacking]
    else:
        parts = [_all(_words(keys))]
    return Everything() if Everything() in parts else Any(tuple(parts)) if len(parts) > 1 else parts[0]


def _all(leaves: Iterable[Leaf]) -> Wanted:
    parts = tuple(leaves)
    if not parts:
        return Everything()
    return All(parts) if len(parts) > 1 else parts[0]


def _words(lemmas: Iterable[str]) -> list[Leaf]:
    return [Leaf((Slot(lemmas=(lemma,)),)) for lemma in lemmas]


def _row(characters: Sequence[str]) -> list[Leaf]:
    return [Leaf(tuple(Slot(forms=(one,)) for one in characters))] if characters else []
