"""What the aligner looks at in one side of a pair, sentence by sentence, besides the vectors."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.bags import Bags
from dragoman.bitext.model import Sentence
from dragoman.languages.model import Language

Floats = NDArray[np.float32]

# Columns of `Profile.marks`.
ENDING, CLOSINGS, CLAUSES, QUESTIONS, QUOTES, LOWER, NUMBERED = range(7)

_WRAPPING = "»”\"'」』’)）]*>"
_FULL_STOPS = ".!?…。！？؟۔।։።"
_CLOSING = re.compile(f"[{_FULL_STOPS}]+")
_CLAUSE = re.compile(r"[,;:—–，；：、،؛]")
_QUESTION = re.compile(r"[?？؟]")
_OPENING_QUOTE = re.compile(r"[«\"“「『(（]")
_FIRST_LETTER = re.compile(r"[^\W_]")
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")

# Width of the hashed token vectors: collisions are rare because only tokens that both sides share are hashed.
_NUMBER_WIDTH = 64
_TOKEN_WIDTH = 128


@dataclass(frozen=True, slots=True)
class Profile:
    """One side: n sentences.

    `length` (n,): characters without white space, plus one. `marks` (n, 7): how each sentence ends, its
    closing and clause marks, questions, quotation marks, lower-case or numbered beginning. `opens` (n,): 1
    where a paragraph begins. `numbers`, `tokens`: what can be found again on the other side.
    """

    length: Floats
    marks: Floats
    opens: Floats
    labels: tuple[str, ...]
    numbers: tuple[frozenset[str], ...]
    tokens: Sequence[frozenset[str]]

    def __len__(self) -> int:
        return len(self.length)

    @property
    def structured(self) -> bool:
        """Whether the paragraphs of this side are known."""
        return bool(self.opens[1:].any())


def _ending(text: str) -> float:
    """1 for a full stop or its like, .75 for a colon, .5 for a comma, 0 for none."""
    bare = text.rstrip(_WRAPPING)
    if not bare:
        return 0.0
    last = bare[-1]
    if last in _FULL_STOPS:
        return 1.0
    if last in ";；:：؛":
        return 0.75
    return 0.5 if last in ",，、—–،" else 0.0


def _marks(text: str) -> tuple[float, ...]:
    letter = _FIRST_LETTER.search(text)
    return (
        _ending(text),
        float(len(_CLOSING.findall(text))),
        float(len(_CLAUSE.findall(text))),
        float(len(_QUESTION.findall(text))),
        float(len(_OPENING_QUOTE.findall(text))),
        1.0 if letter and letter.group().islower() else 0.0,
        1.0 if text[:1].isdigit() or text.startswith(("(", "（")) else 0.0,
    )


def _numbers(text: str, language: Language) -> frozenset[str]:
    found = {f"{number.value.normalize():f}" for number in language.numbers(text)}
    for date in language.dates(text):
        found.update(
            f"{name}{value}"
            for name, value in (("y", date.year), ("m", date.month), ("d", date.day))
            if value is not None
        )
    return frozenset(found)


def profile(sentences: Sequence[Sentence], language: Language) -> Profile:
    """Profile the sentences of one side."""
    texts = [sentence.text for sentence in sentences]
    blocks = np.array([sentence.block for sentence in sentences])
    opens = np.ones(len(texts), np.float32)
    opens[1:] = blocks[1:] != blocks[:-1]
    if opens.all():  # every sentence its own paragraph tells nothing
        opens[:] = 0
    return Profile(
        length=np.array([len("".join(text.split())) + 1 for text in texts], np.float32),
        marks=np.array([_marks(text) for text in texts], np.float32).reshape(len(texts), 7),
        opens=opens,
        labels=tuple(sentence.label for sentence in sentences),
        numbers=tuple(_numbers(text, language) for text in texts),
        tokens=Bags(_TOKEN.findall(text.lower()) for text in texts),
    )


def _hashed(bags: Sequence[frozenset[str]], weight: dict[str, float], width: int) -> Floats:
    table = np.zeros((len(bags), width), np.float32)
    for row, bag in enumerate(bags):
        for item in sorted(bag):  # rounded sums depend on their order, and that of a set on the process
            if item in weight:
                table[row, zlib.crc32(item.encode()) % width] += weight[item]
    return table


def number_vectors(a: Profile, b: Profile) -> tuple[Floats, Floats]:
    """Numbers of either side as vectors, frequent ones weighted down: (n, 64) and (m, 64)."""
    count = Counter(item for bag in (*a.numbers, *b.numbers) for item in bag)
    weight = {item: 1.0 / float(np.sqrt(1.0 + np.log(times) / 2.0)) for item, times in count.items()}
    return _hashed(a.numbers, weight, _NUMBER_WIDTH), _hashed(b.numbers, weight, _NUMBER_WIDTH)


def token_vectors(a: Profile, b: Profile) -> tuple[Floats, Floats]:
    """Rare tokens that both sides write alike, weighted by rarity: (n, 128) and (m, 128).

    Names in one script, Latin abbreviations, figures and codes; tokens in more than one sentence of twenty
    are left out.
    """
    sides = [bags if isinstance(bags, Bags) else Bags(map(sorted, bags)) for bags in (a.tokens, b.tokens)]
    left, right = (dict(zip(bags.words, bags.counts().tolist(), strict=True)) for bags in sides)
    total = len(a) + len(b)
    limit = max(2.0, 0.05 * total)
    weight = {
        word: float(np.log(total / (times + right[word]))) + 0.1
        for word, times in left.items()
        if word in right and times + right[word] <= limit
    }
    return _weighted(sides[0], weight, _TOKEN_WIDTH), _weighted(sides[1], weight, _TOKEN_WIDTH)


def _weighted(bags: Bags, weight: dict[str, float], width: int) -> Floats:
    """The vectors of bags, (n, width): the weights of their words, each at the place of its hash."""
    weights = np.array([weight.get(word, 0.0) for word in bags.words], np.float32)
    places = np.array(
        [zlib.crc32(word.encode()) % width if word in weight else 0 for word in bags.words], np.intp
    )
    rows, numbers = bags.occurrences(weights > 0)
    table = np.zeros((len(bags), width), np.float32)
    np.add.at(table, (rows, places[numbers]), weights[numbers])
    return table
