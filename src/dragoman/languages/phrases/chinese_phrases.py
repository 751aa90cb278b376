"""Chinese noun phrases by the tags of their words.

A phrase is a run of nouns and of what stands before nouns in compounds (verbs, adjectives, numbers
that are part of a name), and ends with a noun or a verb used as one. The character 的 is in none but
what stands in 《》 or quotation marks, which is a name. Statistics of characters, which need a whole
collection, are not used here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dragoman.languages.folding import fold
from dragoman.languages.model import Phrase, PhraseKind, Word
from dragoman.languages.phrases import chinese_links as links
from dragoman.languages.phrases.finder import LONGEST
from dragoman.languages.simplified import simplified

_TITLE = re.compile(
    r"《(?P<title>[^《》]{2,40})》|[“「『\"](?P<quoted>[^“”「」『』\"，。；：！？《》]{2,12})[”」』\"]"
)
_QUOTES = "《》〈〉“”‘’「」『』\"'"
_HAN = re.compile(r"[\u4e00-\u9fff]")


class ChinesePhrases:
    """Noun phrases, titles and names."""

    def phrases(self, text: str, words: Sequence[Word]) -> list[Phrase]:
        """Phrases of one sentence; `words` are its words."""
        sentence = _Sentence(text, words)
        found = {(one.start, one.end): one for one in sentence.compounds()}
        found |= {(one.start, one.end): one for one in sentence.titles()}
        return [found[place] for place in sorted(found)]

    def canonical(self, text: str, words: Sequence[Word], *, alone: bool) -> str:
        """The text itself without quotation marks around it; with them where they are around a part of it."""
        bare = text.strip().strip(_QUOTES).strip()
        return text.strip() if any(sign in _QUOTES for sign in bare) else bare


class _Sentence:
    """One sentence, its words with the dictionary's tags."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self._text = text
        self._words = words
        self._tags = [word.features[len("XPOS=") :] for word in words]
        self._inside = [self._fits(place) for place in range(len(words))]

    def compounds(self) -> Iterator[Phrase]:
        """Runs of words that end like a noun phrase."""
        for start, word in enumerate(self._words):
            if self._inside[start] and self._begins(start):
                yield from self._runs(start, word.start, "")

    def titles(self) -> Iterator[Phrase]:
        """What stands in 《》 and in quotation marks, with the nouns that follow: “一带一路”倡议."""
        starts = [word.start for word in self._words]
        for match in _TITLE.finditer(self._text):
            start, end = match.start() + 1, match.end() - 1
            count = bisect_left(starts, end) - bisect_left(starts, start)
            if not 1 <= count <= LONGEST or not _HAN.search(self._text, start, end):
                continue
            key = "".join(fold(simplified(self._text[start:end])).replace('"', "").split())
            yield Phrase(start, end, key, count, "name")
            after = bisect_left(starts, match.end())
            follows = after < len(starts) and starts[after] == match.end()
            if follows and match["quoted"] and self._inside[after]:
                yield from self._runs(after, match.start(), key, count)

    def _begins(self, start: int) -> bool:
        word, tag = self._words[start], self._tags[start]
        single = len(word.lemma) == 1 and tag in ("v", "vi", "vg") and word.lemma not in links.ADVERBS
        return tag not in links.NEVER_FIRST and not single

    def _runs(self, start: int, first: int, before: str, counted: int = 0) -> Iterator[Phrase]:
        """Phrases from the word at `start` on; `before`, of `counted` words, is what precedes it."""
        key, joined = before, False
        for place in range(start, min(start + LONGEST - counted, len(self._words))):
            word = self._words[place]
            if place > start and self._words[place - 1].end != word.start:
                return
            if place > start and word.lemma in links.PREDICATES and self._followed(place):
                return
            key += word.lemma
            if not self._inside[place]:
                if joined or place == start or word.lemma not in links.CONJUNCTIONS:
                    return
                joined = True
                continue
            if len(key) < 2 or not self._ends(start, place):
                continue
            count = place - start + 1 + counted
            kind = "name" if before else self._kind(start, place, key)
            if not joined or kind == "name" or self._balanced(start, place):
                yield Phrase(first, word.end, key, count, kind)

    def _followed(self, place: int) -> bool:
        """Whether a verb has an object: a noun directly after it."""
        following = place + 1
        if following >= len(self._words) or self._words[following].start != self._words[place].end:
            return False
        return self._inside[following]

    def _ends(self, start: int, place: int) -> bool:
        """Whether a phrase from `start` may end with the word at `place`."""
        word, tag = self._words[place], self._tags[place]
        if place == start:
            if len(word.lemma) < 2 or word.lemma in links.EMPTY:
                return False
            return tag in links.NOUNS or (tag in links.VERBS and self._nominal(place))
        if tag in ("a", "ad", "z"):
            return len(word.lemma) > 1 and self._nominal(place)
        if tag == "v":
            return len(word.lemma) > 1 and self._tags[place - 1] not in ("v", "d", "vd")
        return tag in links.ENDS

    def _nominal(self, place: int) -> bool:
        """Whether nothing that a verb or an adjective needs stands beside a word: 举行选举."""
        word = self._words[place]
        after = self._words[place + 1] if place + 1 < len(self._words) else None
        adjoins = after is not None and after.start == word.end
        ends = not adjoins or (after is not None and after.lemma in links.NOMINAL_AFTER)
        if not ends or place == 0:
            return False
        before = self._words[place - 1]
        if before.end != word.start:
            return self._text[before.end : word.start] == "、"
        return before.lemma in links.NOMINAL_BEFORE or self._tags[place - 1] in ("v", "vn", "n", "p", "uj")

    def _balanced(self, start: int, last: int) -> bool:
        """Whether what a conjunction joins is one word on each side: 科学和技术."""
        return last - start == 2 and len(self._words[start].lemma) == len(self._words[last].lemma)

    def _fits(self, place: int) -> bool:
        word, tag = self._words[place], self._tags[place]
        if word.lemma in links.NOT_INSIDE:
            return False
        if word.lemma in links.ADVERBS:
            return True
        if tag == "m":
            return len(word.lemma) > 1 and not any(map(str.isdigit, word.lemma))
        if tag in ("d", "f"):
            following = self._tags[place + 1] if place + 1 < len(self._tags) else ""
            barred = links.TRUE_ADVERBS | links.PLACES
            return following == "n" and len(word.lemma) > 1 and word.lemma not in barred
        return tag in links.INSIDE

    def _kind(self, start: int, last: int, key: str) -> PhraseKind:
        tags = self._tags[start : last + 1]
        if start == last:
            return "name" if tags[0] in links.NAMES else "word"
        if all(tag in links.NAMES for tag in tags) or links.SURELY_NAMED.search(key):
            return "name"
        placed = any(tag in links.NAMES or tag == "j" for tag in tags)
        return "name" if placed and links.NAMED.search(key) else "phrase"
