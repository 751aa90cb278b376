"""English nouns in the singular."""

from __future__ import annotations

from dragoman.languages.model import Word
from dragoman.languages.words.vocabulary import vocabulary

_PLURAL_ONLY = vocabulary(
    """
    rights affairs arms goods headquarters means premises proceeds savings earnings customs statistics
    politics economics series species works people media data nations hostilities resources human-rights
    statistics logistics thanks news outskirts surroundings armaments
    """
)
"""Nouns whose plural is the form of a dictionary, or says something else than the singular."""
_IRREGULAR = {"children": "child", "women": "woman", "men": "man", "criteria": "criterion", "feet": "foot"}


def singular(word: Word) -> str:
    """The singular of a noun; a word that is no plural stays as it is."""
    lower, text = word.text.lower(), word.text
    if lower in _PLURAL_ONLY:
        return text
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if not lower.endswith("s") or lower.endswith(("ss", "us", "is")):
        return text
    if lower in _plurals(word.lemma):
        return word.lemma
    # Of "meetings" the lemma is the verb's.
    return text[:-1] if lower.endswith(("ings", "ers", "ors", "ists", "ants", "ents")) else text


def _plurals(lemma: str) -> set[str]:
    """How a noun may write its plural."""
    found = {lemma + "s", lemma + "es"}
    if lemma.endswith("y"):
        found.add(lemma[:-1] + "ies")
    if lemma.endswith("is"):
        found.add(lemma[:-2] + "es")
    if lemma.endswith("f"):
        found.add(lemma[:-1] + "ves")
    if lemma.endswith("fe"):
        found.add(lemma[:-2] + "ves")
    return found
