"""Where sentences end: one set of rules for all languages, over small tables of each.

A mark that ends a sentence is either *strong* (。！？ and their like in other scripts: it ends
one wherever it stands) or *weak* (. ! ? …: it needs white space or a Chinese character after
it). What follows can still hold the sentence together: a small letter, a comma, the rest of a
quotation's sentence. A full stop is weighed further: the number of a paragraph, initials and
abbreviations keep it from ending anything.

That initials, ordinals and words known to begin sentences want rules of their own is from
T. Kiss and J. Strunk, Unsupervised Multilingual Sentence Boundary Detection (Computational
Linguistics 32, 2006).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.languages.model import Span
from dragoman.languages.structure.full_stops import Place, full_stop_ends, is_ideographic, opens
from dragoman.languages.structure.sentence_rules import SentenceRules

# Of the characters with the Unicode property Sentence_Terminal, those of modern scripts that are
# not written with a space of their own meaning after them.
_STRONG = "。！？｡⁇⁈⁉‼‽؟۔।॥።፧፨։။៕។།༎᠃᠉෴꛳꛷܀"
_WEAK = ".!?…．"
_MARK = re.compile(f"[{_STRONG}{_WEAK}]+")
_STRONG_MARK = re.compile(f"[{_STRONG}]")

# What still belongs to the sentence after its mark: closing quotes and brackets, footnote
# figures; quotes that also open count only where nothing follows them directly.
_CLOSERS = re.compile(
    r"(?:>>|[”’»›」』）)\]】〉》〕}｝]|[ \u00a0\u202f][»›](?!\w)|[\"'“‘«‹](?=[\s\"'”’»›)\]」』）]|$)"
    r"|[¹²³⁰⁴-⁹]|\[\d{1,3}\])*"
)
_QUOTE_CLOSED = re.compile("[”’」』\"']")
_TITLE_CLOSED = re.compile("[》〉]")
_BRACKET_CLOSED = re.compile(r"[)\]）】]")
_SPACE = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

# What may stand between a sentence's beginning and its first letter.
_OPENERS = re.compile(r"(?:::|[<(\[](?:…|\.{3})[>)\]]|[\s\"'“”‘’„‚«»‹›<({\[（「『【《〈〔¿¡*_—–―-])*")
# What never begins a sentence.
_HOLDERS = frozenset(",;:，、；：)]}）】》〉」』%‰·/.!?…。！？")

# What opens an item of a list inside a paragraph: "b) ", "(ii) ", "c. The".
_ITEM = re.compile(r"(?:[^\W\d_]|[ivx]{1,4})(?:\)\s|\.\s+(?=[^\W\d_]))")
_BRACKET_WINDOW = 1000

# Thai and Lao put a space between clauses and none between words. A stretch shorter than this is
# taken for a clause of the sentence that goes on.
_SHORTEST_CLAUSE = 40
_CLAUSE_END = re.compile("(?<=[\u0e00-\u0eff])\\s+(?=[\u0e00-\u0eff])(?!ๆ)")


def split_sentences(text: str, rules: SentenceRules) -> list[Span]:
    """The sentences of a paragraph, in order, without surrounding white space.

    Together they hold every character that is not white space. A single line feed counts as a
    space, an empty line always ends a sentence. Linear in the length of the text.
    """
    spans: list[Span] = []
    begin = 0
    for blank in _BLANK_LINE.finditer(text):
        spans.extend(_split_stretch(text, begin, blank.start(), rules))
        begin = blank.end()
    spans.extend(_split_stretch(text, begin, len(text), rules))
    if rules.at_spaces:
        return [clause for span in spans for clause in _clauses(text, span)]
    return spans


def _split_stretch(text: str, begin: int, end: int, rules: SentenceRules) -> Iterator[Span]:
    start = _after_space(text, begin, end)
    counted = start  # up to here straight quotes are counted
    inside_quotes = False
    for mark in _MARK.finditer(text, begin, end):
        close = _closers_end(text, mark.end(), end)
        if text.startswith('"', close, end):
            inside_quotes ^= bool(text.count('"', counted, close) % 2)
            counted = close
            if inside_quotes:
                close = _closers_end(text, close + 1, end)
        following = _after_space(text, close, end)
        if following == end:
            break
        openers = _OPENERS.match(text, following, end)
        first_at = openers.end() if openers else following
        first = text[first_at] if first_at < end else ""
        place = Place(text, start, mark.start(), mark.end(), close, following, first, first_at)
        if _ends(place, rules):
            yield Span(start, close)
            start = following
    if start < end:
        yield Span(start, start + len(text[start:end].rstrip()))


def _closers_end(text: str, position: int, end: int) -> int:
    found = _CLOSERS.match(text, position, end)
    return found.end() if found else position


def _after_space(text: str, position: int, end: int) -> int:
    found = _SPACE.match(text, position, end)
    return found.end() if found else position


def _ends(place: Place, rules: SentenceRules) -> bool:
    """Whether the sentence ends at this place."""
    text = place.text
    held = text[place.next] in _HOLDERS and not text.startswith("::", place.next)
    if held or not place.first or place.first in _HOLDERS:
        return False
    strong = _STRONG_MARK.search(text, place.mark, place.mark_end) is not None
    if not strong and not place.gap:
        # Without a space a weak mark counts only in Chinese: 联合国.中国, 好!他
        before = text[place.mark - 1] if place.mark else ""
        full_stop = text[place.mark : place.mark_end] in {".", "．"}
        if not is_ideographic(text[place.next]) or (full_stop and before.isascii() and before.isalnum()):
            return False
        strong = not full_stop
    if not strong and place.first.islower() and not opens(_ITEM, place):
        return False
    if _inside_quotation_or_bracket(place, rules):
        return False
    if strong:
        return True
    mark = text[place.mark : place.mark_end]
    if mark in {".", "．"}:
        return full_stop_ends(place, rules)
    # An ellipsis at the beginning of a sentence does not end it.
    return mark[0] not in ".…" or any(map(str.isalnum, text[place.start : place.mark]))


def _inside_quotation_or_bracket(place: Place, rules: SentenceRules) -> bool:
    """Whether the mark belongs to something quoted or bracketed in a sentence that goes on."""
    text = place.text
    before = text[place.mark - 1] if place.mark > place.start else ""
    if before in {"(", "[", "（", "［"}:
        return True  # (...), [!]
    if place.end == place.mark_end:
        return text[place.next] in "—–" and not place.gap
    if _TITLE_CLOSED.search(text, place.mark_end, place.end) and not place.gap:
        return True  # 《怎么办？》一书
    questioning = text[place.mark_end - 1] not in ".．。"
    if questioning and _BRACKET_CLOSED.search(text, place.mark_end, place.end):
        opened_from = max(place.start, place.mark - _BRACKET_WINDOW)
        opened = max(text.rfind(bracket, opened_from, place.mark) for bracket in "([（【")
        if opened > place.start:
            return True  # он (неужели?) Пётр
    return bool(
        rules.after_quotation
        and not place.gap
        and _QUOTE_CLOSED.search(text, place.mark_end, place.end)
        and rules.after_quotation.match(text, place.end)
    )


def _clauses(text: str, span: Span) -> Iterator[Span]:
    """Cut where only spaces divide sentences, into stretches that are not too short."""
    start = span.start
    for gap in _CLAUSE_END.finditer(text, span.start, span.end):
        if gap.start() - start >= _SHORTEST_CLAUSE:
            yield Span(start, gap.start())
            start = gap.end()
    yield Span(start, span.end)
