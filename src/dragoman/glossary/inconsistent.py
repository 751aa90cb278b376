"""One thing said in several ways within a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dragoman.bitext.model import Bead
from dragoman.bitext.places import Place
from dragoman.glossary.model import Remark
from dragoman.glossary.said import source_of
from dragoman.glossary.short import is_short
from dragoman.glossary.view import Found, Text, View
from dragoman.marking import Reason, _
from dragoman.terms.termbase import IN_USE, Entry

# How probable it is that the rarer of two words for one thing should be the other: where the source has one
# word for both, where it has two, where it has none or there is no source. Set by judgement, not measured.
_ONE_ORIGINAL, _TWO_ORIGINALS, _UNKNOWN = 0.85, 0.2, 0.65
# What documents usually have need not be the same all over a draft.
_KNOWN = 0.7

_SEVERAL = _("{words} stands here; elsewhere the draft has {other} for it, {times} times.")
_ONE_TERM = _(
    "The source has {original} in both places: here stands {words}, elsewhere {other}, {times} times."
)


def inconsistent(view: View) -> Iterator[Remark]:
    """Remarks on the rarer ways to say what an entry names. A short form of a name is no other way."""
    beads = view.bead_of()
    for entry, all_found in view.draft.by_entry.items():
        found = [one for one in all_found if view.designation(one).status in IN_USE]
        groups = _groups(
            view.termbase.entries[entry], {one.designation for one in found}, view.draft.language
        )
        counts = Counter(groups[one.designation] for one in found)
        if len(counts) < 2:
            continue
        usual = _usual(view.termbase.entries[entry], found, groups, counts)
        others = [one for one in found if groups[one.designation] == usual]
        for one in found:
            if groups[one.designation] != usual:
                yield _remark(view, one, others, beads)


def _usual(entry: Entry, found: Sequence[Found], groups: Mapping[int, int], counts: Mapping[int, int]) -> int:
    """The way that most places have; of equally many the preferred one, then the first."""
    order = list(dict.fromkeys(groups[one.designation] for one in found))
    preferred = {groups[place] for place in groups if entry.designations[place].status == "preferred"}
    return min(order, key=lambda group: (-counts[group], group not in preferred, order.index(group)))


def _groups(entry: Entry, designations: set[int], code: str) -> Mapping[int, int]:
    """The designations, those that are each other's short forms under the number of the first of them."""
    groups: dict[int, int] = {}
    for place in sorted(designations):
        text = entry.designations[place].text
        same = [
            group
            for other, group in groups.items()
            if is_short(text, entry.designations[other].text, code)
            or is_short(entry.designations[other].text, text, code)
        ]
        group = min(same, default=place)
        groups[place] = group
        groups.update({other: group for other, old in groups.items() if old in same})
    return groups


def _remark(view: View, found: Found, others: Sequence[Found], beads: Mapping[int, Bead]) -> Remark:
    entry, bead = view.entry(found), beads.get(found.sentence)
    usual = view.designation(others[0]).text
    words = {"words": view.draft.words(found), "other": usual, "times": str(len(others))}
    originals = view.originals(found.entry, bead)
    template, probability = _SEVERAL, _UNKNOWN
    if originals and view.source is not None:
        here = {one.designation for one in originals}
        there = {
            one.designation
            for other in others
            for one in view.originals(found.entry, beads.get(other.sentence))
        }
        if here & there:
            template, probability = _ONE_TERM, _ONE_ORIGINAL
            words["original"] = view.source.words(originals[0])
        elif there:
            probability = _TWO_ORIGINALS
    if entry.standing == "known":
        probability *= _KNOWN
    place = view.draft.place(found.sentence, found.start, found.end)
    return Remark(
        "inconsistent",
        found.sentence,
        found.start,
        found.end,
        place.first,
        place.last,
        words["words"],
        entry,
        (usual,),
        source_of(entry, Reason(template, words)),
        round(probability * entry.probability, 4),
        view.designation(found).note,
        bead.source if bead else (),
        _places(view.source, originals),
    )


def _places(source: Text | None, originals: Sequence[Found]) -> tuple[Place, ...]:
    return tuple(source.place(one.sentence, one.start, one.end) for one in originals) if source else ()
