"""Parts of speech of English words, as far as noun phrases need them, by lists, endings and context.

No model is used: words of the closed classes are listed, verbs of official texts too; what else a
sentence has is a noun or an adjective. A word that is both noun and verb is decided by its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dragoman.languages.model import Word
from dragoman.languages.phrases import english_lists as lists

Tag = Literal["noun", "adjective", "verb", "adverb", "determiner", "preposition", "conjunction", "other"]


def tags(words: Sequence[Word], gaps: Sequence[str]) -> list[Tag]:
    """One tag a word. `gaps[i]` is what stands before word i: " " where nothing but space does."""
    found: list[Tag] = []
    opening = next((at for at, one in enumerate(words) if one.text[0].isalpha() and len(one.text) > 1), -1)
    for place in range(len(words)):
        before: Tag = found[-1] if found and gaps[place] == " " else "other"
        found.append(_tag(words, gaps, place, before, first=place <= opening))
    return found


def is_empty(word: Word, place: int) -> bool:
    """Whether an adjective only points or compares; no term begins with it, but a name may: New Zealand."""
    return word.lemma in lists.EMPTY_ADJECTIVES and (place == 0 or not word.text[0].isupper())


def _tag(words: Sequence[Word], gaps: Sequence[str], place: int, before: Tag, *, first: bool) -> Tag:
    word = words[place]
    lower = word.text.lower()
    closed = _closed(lower)
    if lower in lists.DEGREES and _following(words, gaps, place).endswith(
        ("ed", "ing", *lists.ADJECTIVE_ENDINGS)
    ):
        return "adverb"
    if closed is not None:
        # IT and US, unlike "it" and "us", are words of their own.
        return "noun" if len(word.text) > 1 and word.text.isupper() and before != "other" else closed
    previous = words[place - 1].text.lower() if place else ""
    if not lower[0].isalpha() or (lower == "cent" and previous == "per"):
        return "other"
    if lower in lists.PARTS_OF_PREPOSITIONS and previous in lists.OPENING_THEM:
        return "other"
    after = _following(words, gaps, place)
    if word.text[0].isupper() and not first:
        return "adjective" if _looks_adjective(lower) and _before_capital(words, gaps, place) else "noun"
    if first and lower.endswith("s") and word.lemma in lists.VERBS | lists.BOTH and _opens_object(after):
        return "verb"  # "Notes with appreciation", "Requests the Secretary-General"
    if lower.endswith("ly") and len(lower) > len("only") and lower not in lists.NOUNS_IN_LY:
        return "adverb"
    if lower.endswith("ing") and len(lower) > len("king"):
        return _in_ing(lower, before, after)
    if lower.endswith("ed") and word.lemma != lower:
        return _in_ed(lower, before, after, first=first)
    if word.lemma in lists.BOTH:
        return _noun_or_verb(words, place, before, after)
    if word.lemma in lists.VERBS:
        return "verb"
    if first and word.text[0].isupper() and _closed(after) == "other":
        return "noun"  # "Portugal has", although it ends as adjectives do
    return "adjective" if _looks_adjective(lower) else "noun"


def _opens_object(after: str) -> bool:
    return after in lists.DETERMINERS or after in lists.PREPOSITIONS - {"of", "for"} or after == "that"


def _in_ed(lower: str, before: Tag, after: str, *, first: bool) -> Tag:
    """A participle before a noun, or a verb: "armed groups", "the Council adopted a decision"."""
    if not after or _closed(after) in ("determiner", "preposition", "other"):
        return "verb"
    if lower in lists.ADJECTIVES_IN_ED or first:
        return "adjective"
    return "verb" if before in ("noun", "other") else "adjective"


def _closed(lower: str) -> Tag | None:
    if lower in lists.CONJUNCTIONS:
        return "conjunction"
    if lower in lists.PREPOSITIONS:
        return "preposition"
    if lower in lists.DETERMINERS:
        return "determiner"
    return "other" if lower in lists.OTHERS else None


def _looks_adjective(lower: str) -> bool:
    return lower in lists.ADJECTIVES or (
        lower.endswith(lists.ADJECTIVE_ENDINGS) and lower not in lists.NOUNS_IN_AL
    )


def _before_capital(words: Sequence[Word], gaps: Sequence[str], place: int) -> bool:
    following = place + 1
    return following < len(words) and gaps[following] == " " and words[following].text[0].isupper()


def _following(words: Sequence[Word], gaps: Sequence[str], place: int) -> str:
    following = place + 1
    return words[following].text.lower() if following < len(words) and gaps[following] == " " else ""


def _in_ing(lower: str, before: Tag, after: str) -> Tag:
    if lower in lists.MODIFIERS_IN_ING and after:
        return "adjective"
    if lower in lists.NOUNS_IN_ING or before in ("adjective", "determiner"):
        return "noun"
    return "verb"


def _noun_or_verb(words: Sequence[Word], place: int, before: Tag, after: str) -> Tag:
    if place == 0:
        return "verb" if after in lists.DETERMINERS else "noun"
    previous = words[place - 1].text.lower()
    if previous in lists.MODALS or previous in lists.PRONOUNS:
        return "verb"
    if before == "noun" and (after in lists.DETERMINERS or after in lists.PRONOUNS):
        return "verb"
    if before == "adverb" and after in lists.DETERMINERS:
        return "verb"
    return "noun"
