"""Abbreviations and what they stand for, as the text itself says: «… сотрудничества (ШОС)», 简称上合组织.

The long form is sought before the parenthesis. Best are words whose initials are the abbreviation's
letters; then any words that hold its letters in order; then, in a name, the name as it stands
(ЮНКТАД keeps the letters of another language).

Reference: A. Schwartz & M. Hearst (2003), A simple algorithm for identifying abbreviation definitions
in biomedical text, Pacific Symposium on Biocomputing 8, pp. 451-462; here with noun phrases instead of
a number of words, with names of other scripts, and with Chinese short forms, whose characters are some
of the long form's in the same order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.languages import Language
from dragoman.languages import language as language_of
from dragoman.languages.model import Phrase, Word
from dragoman.terms.short_forms import Match, character_match, initials, is_person, letter_match

# As judged by eye: 12 of 15 found so in UN dev, 18 of 19 in news of 2025. See `short_forms` for the others.
_WITHOUT_PARENTHESES = 0.8

_LONGEST_NAME = 30
"""Words before a parenthesis that are looked at."""

_OPEN, _CLOSE = r"[(（]", r"[)）]"
_QUOTE = r"[\"“”„«»'‘’「」『』<>]*"
_SAID = (
    r"(?:(?:далее|именуем\w+(?:\s+в\s+дальнейшем)?|hereinafter|hereafter|known\s+as)\b[^()]{0,24}?[\s:—–-])?"
)
_SHORT = r"[^\W\d_a-zа-яё](?:[-/&]?\w){1,14}"
_AFTER = rf"\s*(?:[,;][^()（）]{{0,60}})?{_CLOSE}"
_IN_PARENTHESES = re.compile(rf"{_OPEN}\s*{_SAID}\s*{_QUOTE}(?P<short>{_SHORT}){_QUOTE}{_AFTER}")
_CHINESE = re.compile(
    rf"{_QUOTE}{_OPEN}\s*(?:(?:以下|下文|下称|后文|文中)?(?:简称|統稱|统称|稱|称)?(?:为|為)?[:：]?)\s*{_QUOTE}"
    rf"(?P<short>[\u4e00-\u9fff]{{2,8}}|[A-Z][\w-]{{1,11}}){_QUOTE}{_AFTER}"
    rf"|{_QUOTE}[，,]\s*(?:以下)?简称为?\s*{_QUOTE}(?P<bare>[\u4e00-\u9fff]{{2,8}})"
)
_CAPITALS = re.compile(r"(?<![\w-])[A-ZА-ЯЁ]{3,8}(?![\w-])")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form, and the long form in its dictionary form.

    `start` and `end` are the characters of the text that say so, from the long form's first to the
    short form's last; where nothing says so in one place (`confidence` is then low) those of the
    long form. `confidence` is a rough share of right ones, 0 to 1, not a calibrated probability.
    """

    short: str
    long: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its place in the text, its words and phrases."""

    start: int
    text: str
    words: Sequence[Word]
    phrases: Sequence[Phrase]


def abbreviations(text: str, language: str) -> list[Abbreviation]:
    """Abbreviations that the text explains, in order; each short form with each long form once.

    Works in Russian, English and Chinese; other languages have none, as their phrases are not known.
    """
    speech = language_of(language)
    if not speech.in_depth:
        return []
    pattern = _CHINESE if speech.code == "zh" else _IN_PARENTHESES
    found: dict[tuple[str, str], Abbreviation] = {}
    for span in speech.sentences(text):
        sentence = span.of(text)
        if pattern.search(sentence):
            for one in _explained(_read(speech, span.start, sentence), speech, pattern):
                found.setdefault((one.short, one.long.lower()), one)
    for one in _by_initials(text, speech, {short for short, _ in found}):
        found.setdefault((one.short, one.long.lower()), one)
    return sorted(found.values(), key=lambda one: (one.start, one.end))


def _read(speech: Language, start: int, sentence: str) -> _Sentence:
    words = speech.words(sentence)
    return _Sentence(start, sentence, words, speech.phrases(sentence, words))


def _explained(read: _Sentence, speech: Language, pattern: re.Pattern[str]) -> Iterator[Abbreviation]:
    for match in pattern.finditer(read.text):
        group = "bare" if match.groupdict().get("bare") else "short"
        short, last = _singular(match.group(group)), match.end(group)
        near = _before(read, match.start())
        candidates = [one for one in near.phrases if _touches(read.text, one.end, match.start())]
        compare = character_match if speech.code == "zh" else letter_match
        best = compare(short, candidates, near.words, near.phrases)
        if best is not None:
            yield _joined(short, best, near, last, speech)


def _before(read: _Sentence, place: int) -> _Sentence:
    """The sentence with those of its words and phrases that a name ending at `place` may have."""
    last = bisect_left(read.words, place, key=lambda word: word.start)
    words = read.words[max(0, last - _LONGEST_NAME) : last]
    if not words:
        return replace(read, words=(), phrases=())
    first = bisect_left(read.phrases, words[0].start, key=lambda phrase: phrase.start)
    after = bisect_left(read.phrases, place, key=lambda phrase: phrase.start)
    return replace(read, words=words, phrases=read.phrases[first:after])


def _singular(short: str) -> str:
    """NGOs: the abbreviation without its English plural."""
    plural = len(short) > 3 and short.endswith("s") and short[:-1].isupper()
    return short[:-1] if plural else short


def _touches(text: str, end: int, start: int) -> bool:
    """Whether nothing but space and a closing quotation mark stands between two places."""
    return end <= start and not text[end:start].strip(" \u00a0\"”»>》』」'’")


def _joined(short: str, best: Match, read: _Sentence, last: int, speech: Language) -> Abbreviation:
    start, end = best.phrase.start, best.phrase.end
    words = [word for word in read.words if start <= word.start < end]
    long = speech.canonical(read.text[start:end], words)
    return Abbreviation(short, long, read.start + start, read.start + last, best.confidence)


def _by_initials(text: str, speech: Language, known: set[str]) -> Iterator[Abbreviation]:
    """Names whose initials make an abbreviation that occurs elsewhere in the text unexplained."""
    if speech.code == "zh":
        return
    wanted = {match.group() for match in _CAPITALS.finditer(text)} - known
    if not wanted:
        return
    for span in speech.sentences(text):
        sentence = span.of(text)
        if sum(map(str.isupper, sentence)) < 2 or sentence.isupper():
            continue
        read = _read(speech, span.start, sentence)
        for phrase in read.phrases:
            if phrase.kind != "name" or phrase.words < 3:
                continue
            near = _before(read, phrase.end)
            words = near.words[-phrase.words :]
            if is_person(words):
                continue
            for short in initials(words) & wanted:
                match = Match(phrase, _WITHOUT_PARENTHESES)
                yield _joined(short, match, near, phrase.end, speech)
