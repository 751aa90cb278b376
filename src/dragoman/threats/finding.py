"""Mentions of threats in a sentence, by cues and a lexicon.

A cue ("poses a threat to", «борьба с», “等威胁”) tells that something is named as a threat and on which side
of it that stands. From there the sentence is read up to the first word that cannot belong to it, lists are
divided into their parts, and each part is given the topic whose words it holds.

Reference: cues of this kind for relations between words are those of Hearst, M. 1992. Automatic acquisition
of hyponyms from large text corpora. COLING: 539-545. Denial and report are told by words that stand before
the cue, after Chapman, W. et al. 2001. A simple algorithm for identifying negated findings (NegEx). Journal
of Biomedical Informatics 34: 301-310.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.threats.model import CUES, Mention, Stance
from dragoman.threats.topics import OTHER
from dragoman.threats.vocabulary import Side, Vocabulary, vocabulary

METHOD = "threats.v1"

# Characters before a cue in which a denial or a report is looked for.
_BEFORE = {"denied": 28, "reported": 60}
# A longer sentence is a list or a table; what lies beyond is not read.
_LONGEST = 4_000
# Characters on each side of a cue in which what is named is looked for.
_REACH = 400
# Characters before a cue in which a remark between commas is looked for.
_LONGEST_ASIDE = 180
_RANK = {cue: rank for rank, cue in enumerate(CUES)}


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    topic: str
    loose: bool


def mentions(text: str, code: str) -> tuple[Mention, ...]:
    """What a sentence in a language names as a threat, in the order of the text; none in a language without
    a vocabulary.

    What is named twice by different cues is given once, by the one that names it most strongly.
    """
    words = vocabulary(code)
    if words is None:
        return ()
    folded = words.folded(text[:_LONGEST])
    if words.trigger.search(folded) is None:
        return ()
    return _single(list(_found(folded, words)))


def _found(folded: str, words: Vocabulary) -> Iterator[Mention]:
    for rule in words.rules:
        for match in rule.pattern.finditer(folded):
            start, end = match.span()
            stance = _stance(folded, start, end, rule.cue, words)
            place = match.span("x") if rule.side == "within" else (start, end)
            parts = _named(folded, place, rule.side, words)
            nearest = parts[-1 if rule.side == "before" else 0].topic if parts else OTHER
            if nearest == OTHER and (rule.known or not parts):
                parts = _head(folded, start, words) if rule.side == "before" else []
            for part in parts:
                yield Mention(part.start, part.end, start, end, rule.cue, part.topic, stance)


def _named(folded: str, place: tuple[int, int], side: Side, words: Vocabulary) -> list[_Part]:
    """What stands on the side of a cue, divided into what is named."""
    if side == "within":
        return _parts(folded, *place, words)
    if side == "after":
        far = min(len(folded), place[1] + _REACH)
        stop = words.stop.search(folded, place[1], far)
        parts = _parts(folded, place[1], stop.start() if stop else far, words)
        return _list(parts)
    return _list(_before(folded, place[0], words)[::-1])[::-1]


def _before(folded: str, end: int, words: Vocabulary) -> list[_Part]:
    """What stands before a cue: from the last word that begins a clause, or what a relative pronoun just
    before the cue stands for. What follows a preposition belongs to what is named and is no part of it."""
    aside = words.aside.search(folded, max(0, end - _LONGEST_ASIDE), end)
    if aside is not None:
        end = aside.start()
    begin = far = max(0, end - _REACH)
    for stop in words.stop.finditer(folded, far, end):
        word = stop.group().strip(" ,")
        if not folded[stop.end() : end].strip() and words.relative.fullmatch(word):
            return _parts(folded, begin, stop.start(), words)
        begin = stop.end()
    begin = far
    for stop in words.stop.finditer(folded, far, end):
        if words.soft.fullmatch(stop.group().strip(" ,")) is None:
            begin = stop.end()
    return _parts(folded, begin, end, words, words.soft_word)


def _head(folded: str, end: int, words: Vocabulary) -> list[_Part]:
    """What the sentence begins with, where the lexicon knows it: "Fires are rarer but threaten towns"."""
    end = min(end, _REACH)
    stop = next((it for it in words.stop.finditer(folded, 0, end) if it.start()), None)
    parts = _parts(folded, 0, stop.start() if stop else end, words, words.soft_word)
    return [part for part in parts if part.topic != OTHER]


def _list(parts: list[_Part]) -> list[_Part]:
    """The parts that belong to one list, given from the cue outwards.

    The first always does; another does where the lexicon knows it, where a known one lies beyond it, or
    where it is joined to the first by a mere "and".
    """
    known = [number for number, part in enumerate(parts) if part.topic != OTHER]
    last = max(known, default=0)
    if last == 0 and len(parts) > 1 and parts[1].loose:
        last = 1
    return parts[: last + 1]


def _parts(
    folded: str, start: int, end: int, words: Vocabulary, cut: re.Pattern[str] | None = None
) -> list[_Part]:
    """A stretch divided at commas and conjunctions; a part ends where `cut` is found in it."""
    found = []
    at = start
    loose = behind = False
    for match in [*words.joint.finditer(folded, start, end), None]:
        first, last = _trimmed(folded, at, match.start() if match else end, words)
        whole = last
        inner = cut.search(folded, first + 1, last) if cut else None
        if inner is not None and inner.start() > first:
            first, last = _trimmed(folded, first, inner.start(), words)
        # "attacks on banks and ports": ports are not named, unless they are something by themselves.
        hidden = behind and loose
        behind = inner is not None or hidden
        if first < last and words.empty.fullmatch(folded, first, last) is None:
            topic = words.topic(folded[first:whole], last - first)
            if words.remedy.search(folded, first, last):
                # The list goes on behind it, and so it may not be what is named but has its place.
                continue
            if topic != OTHER or (last - first <= words.longest and not hidden):
                found.append(_Part(first, last, topic, loose))
        if match:
            at, loose = match.end(), match["loose"] is not None
    return found


def _trimmed(folded: str, start: int, end: int, words: Vocabulary) -> tuple[int, int]:
    while start < end and (folded[start].isspace() or folded[start] in ",'-"):
        start += 1
    leading = words.leading.match(folded, start, end)
    if leading is not None:
        start = leading.end()
    trailing = words.trailing.search(folded, start, end)
    return start, trailing.start() if trailing else end


def _stance(folded: str, start: int, end: int, cue: str, words: Vocabulary) -> Stance:
    for stance, pattern in words.stances:
        if stance == "denied" and cue not in ("poses", "threatens", "threat-of"):
            continue
        if pattern.search(folded, max(0, start - _BEFORE[stance]), end):
            return stance
    return "asserted"


def _single(found: list[Mention]) -> tuple[Mention, ...]:
    """Each thing once: of mentions that overlap and mean the same, the strongest and then the shortest."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda it: (it.topic == OTHER, _RANK[it.cue], it.end - it.start, it.start)):
        if not any(_same(one, other) or _of_one_cue(one, other) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda it: (it.start, it.end, it.topic)))


def _same(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end and one.topic in (other.topic, OTHER)


def _of_one_cue(weaker: Mention, stronger: Mention) -> bool:
    """Whether both come from the same words, read in two ways: "X poses a threat" is no "threat of"."""
    return (
        (weaker.cue_start, weaker.cue_end) != (stronger.cue_start, stronger.cue_end)
        and weaker.cue_start < stronger.cue_end
        and stronger.cue_start < weaker.cue_end
        and (weaker.topic == OTHER or stronger.cue in ("poses", "threatens"))
        and _RANK[weaker.cue] >= _RANK[stronger.cue]
    )
