"""Terms of the source whose equivalents the draft does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.bitext.model import Bead
from dragoman.glossary.model import Remark
from dragoman.glossary.said import source_of, wanted
from dragoman.glossary.short import alike, has_adjective, in_name, share
from dragoman.glossary.view import Found, Text, View
from dragoman.marking import Reason, _
from dragoman.terms.keys import bare, key_of
from dragoman.terms.links import places
from dragoman.terms.termbase import ANY, IN_USE, Standing

# How probable it is that a term without its equivalent should have it. Set by judgement, not measured: people
# who agreed on a word want it, what documents usually have is less binding.
_BASE: Mapping[Standing, float] = {"agreed": 0.9, "given": 0.85, "known": 0.6}
# By how much less probable that is: the passage has the equivalent, but fewer times than the source its term
# (it may be a pronoun, or left out); the passage beside has one to spare (the alignment may be off), or the
# one before just has it (a pronoun again); some of the equivalent's words stand there; the source's term is
# one word, and may mean something else.
_FEWER, _SPARE_BESIDE, _BESIDE, _IN_PART, _ONE_WORD = 0.2, 0.25, 0.7, 0.4, 0.7
# The source's term is a part of a name: Agency in "the Energy Agency".
_IN_NAME = 0.6
# Another term stands there that the source has nothing for, and it shares something with the equivalent.
_INSTEAD = 1.1
_MOST = 0.97
_HALF = 0.5

_PLAIN = _("The source has {original}; {list} has {wanted} for it, which does not stand here.")
_FEWER_TIMES = _("The source has {original} {times} times, the draft its equivalent {fewer} times.")
_OTHER = _("The source has {original}; {list} has {wanted} for it, and here stands {words}.")
_PARTLY = _("The source has {original}; of {wanted}, as {list} has it, only a part stands here.")


def unfollowed(view: View) -> Iterator[Remark]:
    """Remarks on terms of the source without their equivalents in the draft, one a passage and entry."""
    if view.source is None:
        return
    beads = view.beads()
    for number, bead in enumerate(beads):
        if not bead.source or not bead.target:
            continue
        originals: dict[int, list[Found]] = {}
        for sentence in bead.source:
            for found in view.source.found[sentence]:
                originals.setdefault(found.entry, []).append(found)
        for there in originals.values():
            if all(any(_count(view, other, bead) for other, _place in one.others) for one in there):
                continue  # the word is there as a name of something else
            remark = _remark(view, view.source, there, number)
            if remark is not None:
                yield remark


def _remark(view: View, source: Text, originals: Sequence[Found], number: int) -> Remark | None:
    """What there is to remark on the designations of one entry in the source's sentences of a bead."""
    bead, entry = view.beads()[number], view.entry(originals[0])
    names = wanted(entry, view.draft.language)
    count = _count(view, originals[0].entry, bead)
    if not names or count >= len(originals) or (not count and _inside(view, names, bead)):
        return None
    words = {"original": source.words(originals[0]), "wanted": names[0]}
    probability = _BASE[entry.standing] * entry.probability * bead.probability
    if " " not in words["original"].strip():
        probability *= _ONE_WORD
    if all(in_name(source.sentences[one.sentence].text, one.start, one.end) for one in originals):
        probability *= _IN_NAME
    instead = None
    if count:
        template = _FEWER_TIMES
        words |= {"times": str(len(originals)), "fewer": str(count)}
        probability *= _FEWER
    else:
        part = max(_part(name, text, view.draft.language) for name in names for text in _texts(view, bead))
        instead = _other_term(view, names, bead) if part < _HALF else None
        template = _PARTLY if part >= _HALF else _OTHER if instead else _PLAIN
        probability *= _IN_PART if part >= _HALF else _INSTEAD if instead else 1.0
        probability *= _beside(view, originals[0].entry, number)
    if instead is not None:
        words["words"] = view.draft.words(instead)
        sentence, start, end = instead.sentence, instead.start, instead.end
    else:
        sentence = bead.target[0]
        start, end = 0, len(view.draft.sentences[sentence].text)
    place = view.draft.place(sentence, start, end)
    return Remark(
        "not followed",
        sentence,
        start,
        end,
        place.first,
        place.last,
        words.get("words", ""),
        entry,
        names,
        source_of(entry, Reason(template, words)),
        round(min(_MOST, probability), 4),
        entry.of(view.draft.language)[0].note,
        bead.source,
        tuple(source.place(one.sentence, one.start, one.end) for one in originals),
    )


def _part(name: str, text: str, code: str) -> float:
    """How much of a name stands in a text; half of it where an adjective is made of it."""
    found = share(name, text, code)
    return max(found, _HALF) if has_adjective(name, text, code) else found


def _texts(view: View, bead: Bead) -> list[str]:
    return [view.draft.sentences[number].text for number in bead.target]


def _count(view: View, entry: int, bead: Bead) -> int:
    """How often the draft's sentences of a bead have a designation of an entry, whatever its status."""
    return sum(one.entry == entry for number in bead.target for one in view.draft.found[number])


def _inside(view: View, names: Sequence[str], bead: Bead) -> bool:
    """Whether an equivalent stands there inside a longer word or term."""
    code = view.draft.language
    return any(
        places(text, code, key_of(bare(name, code), code)) for name in names for text in _texts(view, bead)
    )


def _beside(view: View, entry: int, number: int) -> float:
    """The factor for what the passages before and after have of an equivalent."""
    factor = 1.0
    for beside in (number - 1, number + 1):
        if 0 <= beside < len(view.beads()):
            bead = view.beads()[beside]
            answers = _count(view, entry, bead)
            if answers > len(view.originals(entry, bead)):
                return _SPARE_BESIDE
            if answers and beside < number:
                factor = _BESIDE
    return factor


def _other_term(view: View, names: Sequence[str], bead: Bead) -> Found | None:
    """The one designation that answers nothing in the source, though it would have words there, and that has
    a word or a character of an equivalent: 协议 for 协定.
    """
    if view.source is None:
        return None
    free = [
        one
        for number in bead.target
        for one in view.draft.found[number]
        if view.entry(one).of(view.source.language, ANY)
        and view.designation(one).status in IN_USE
        and not view.originals(one.entry, bead)
        and any(alike(view.designation(one).text, name, view.draft.language) for name in names)
    ]
    return free[0] if len(free) == 1 else None
