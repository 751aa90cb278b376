"""What a language can tell of a text: spans, words, numbers and dates.

Offsets are half-open (`start` included, `end` excluded) and count Unicode code points of
the text that was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

BlockKind = Literal["heading", "article", "item", "paragraph"]
NumberKind = Literal["cardinal", "ordinal", "percent"]
PhraseKind = Literal["phrase", "name", "word"]
Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch itself."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, numbered article or list item of a plain text.

    `label` is the number or letter that the text itself gives the block, in a form that is
    the same in every language ("article 5", "5", "5.2", "a"), or "" where it gives none.
    """

    start: int
    end: int
    kind: BlockKind
    label: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its dictionary form.

    `lemma` is folded (lower case, ё as е, simplified characters, half width); `pos` is a tag of
    Universal Dependencies ("NOUN", "ADJ", "X" where unknown). `features` are those of Universal
    Dependencies in Russian ("Case=Gen|Number=Sing"), the dictionary's own tag in Chinese ("XPOS=vn"),
    and "" elsewhere.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str = "X"
    features: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a sentence that may be a term: a noun phrase or a name.

    `key` is what two occurrences share: lemmas with one space between them, or in Chinese the
    simplified characters without spaces. `words` is the number of words. The kind "word" is a
    single noun, "name" an organisation, a treaty, a state, a person.
    """

    start: int
    end: int
    key: str
    words: int
    kind: PhraseKind


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a value, whichever way the text writes it.

    Percentages keep the figure that is written: 15 % has the value 15 and the kind "percent".
    """

    start: int
    end: int
    value: Decimal
    kind: NumberKind = "cardinal"


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date; `month` and `day` are None where the text leaves them out."""

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None


class Language(Protocol):
    """One language, as the engines see it. Texts given to it are NFC (see `normalise`)."""

    @property
    def code(self) -> str:
        """BCP 47 primary subtag: "ru"."""

    @property
    def name(self) -> str:
        """The language's own name: "русский"."""

    @property
    def direction(self) -> Direction:
        """Which way its script runs."""

    @property
    def in_depth(self) -> bool:
        """False for the generic fallback."""

    def sentences(self, text: str) -> list[Span]:
        """Sentences of one paragraph, in order, without surrounding white space."""

    def blocks(self, text: str) -> list[Block]:
        """Paragraphs, headings, articles and list items of a plain text, in order."""

    def words(self, text: str) -> list[Word]:
        """Words with lemmas; white space and punctuation are left out."""

    def phrases(self, text: str, words: Sequence[Word]) -> list[Phrase]:
        """Noun phrases and names of one sentence, those inside others too, by start and end.

        `words` are `words(text)`. A phrase has eight words at most.
        """

    def canonical(self, text: str, words: Sequence[Word] = ()) -> str:
        """The dictionary form of a phrase as running text has it; its number is kept.

        `words` are those of the phrase as its sentence gives them: they tell case and number
        where the form alone does not («организации»). Without them the phrase is read by itself.
        """

    def fold(self, text: str) -> str:
        """The text as search and comparison see it: same meaning, one spelling."""

    def numbers(self, text: str) -> list[Number]:
        """Numbers in digits or words; those inside a date are left out."""

    def dates(self, text: str) -> list[Date]:
        """Calendar dates."""
