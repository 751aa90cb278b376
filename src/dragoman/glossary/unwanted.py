"""Words that are not to be used, or not any more."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.bitext.model import Bead
from dragoman.glossary.model import CheckKind, Remark
from dragoman.glossary.said import source_of, wanted
from dragoman.glossary.short import share
from dragoman.glossary.view import Found, View
from dragoman.marking import Reason, _
from dragoman.terms.termbase import IN_USE

# How probable it is that a word which is not to be used means the thing for which it is not: where the source
# names the thing, where it has half of the name, where it has nothing of it, and where there is no source to
# ask. Set by judgement, not measured.
_NAMED, _HALF_NAMED, _NOT_NAMED, _UNKNOWN = 0.97, 0.85, 0.6, 0.9
_HALF = 0.5
# The same word is in use for something else.
_ANOTHER_MEANING = 0.4

_FORBIDDEN = _("{term} is not to be used, says {list}.")
_FORBIDDEN_FOR = _("{term} is not to be used for {original}, says {list}.")
_FORBIDDEN_PERHAPS = _("{term} is not to be used, says {list}; here it may mean something else.")
_SUPERSEDED = _("{term} is superseded, says {list}.")
_SUPERSEDED_FOR = _("{term} is superseded as a name for {original}, says {list}.")
_SUPERSEDED_PERHAPS = _("{term} is superseded, says {list}; here it may mean something else.")


def unwanted(view: View) -> Iterator[Remark]:
    """Remarks on designations that are deprecated or superseded."""
    beads = view.bead_of()
    for sentence in view.draft.found:
        for found in sentence:
            if view.designation(found).status not in IN_USE:
                yield _remark(view, found, beads.get(found.sentence))


def _remark(view: View, found: Found, bead: Bead | None) -> Remark:
    entry, designation = view.entry(found), view.designation(found)
    forbidden = designation.status == "deprecated"
    kind: CheckKind = "forbidden" if forbidden else "superseded"
    originals = view.originals(found.entry, bead)
    words = {"term": view.draft.words(found)}
    if originals and view.source is not None:
        template = _FORBIDDEN_FOR if forbidden else _SUPERSEDED_FOR
        words["original"] = view.source.words(originals[0])
        probability = _NAMED
    else:
        probability = _without_original(view, found, bead)
        sure = _FORBIDDEN if forbidden else _SUPERSEDED
        template = (
            sure if probability >= _HALF_NAMED else _FORBIDDEN_PERHAPS if forbidden else _SUPERSEDED_PERHAPS
        )
    place = view.draft.place(found.sentence, found.start, found.end)
    return Remark(
        kind,
        found.sentence,
        found.start,
        found.end,
        place.first,
        place.last,
        words["term"],
        entry,
        wanted(entry, view.draft.language),
        source_of(entry, Reason(template, words)),
        round(probability * entry.probability, 4),
        designation.note,
        bead.source if bead else (),
        tuple(view.source.place(it.sentence, it.start, it.end) for it in originals) if view.source else (),
    )


def _without_original(view: View, found: Found, bead: Bead | None) -> float:
    """How probable it is that the word is wrong here, though the source does not say so."""
    if any(_in_use(view, entry, place) for entry, place in found.others):
        return _ANOTHER_MEANING
    if view.source is None or bead is None or not bead.source:
        return _UNKNOWN
    code = view.source.language
    names = view.entry(found).of(code)
    texts = [view.source.sentences[number].text for number in bead.source]
    half = any(share(name.text, text, code) >= _HALF for name in names for text in texts)
    return _HALF_NAMED if half else _NOT_NAMED if names else _UNKNOWN


def _in_use(view: View, entry: int, place: int) -> bool:
    """Whether another entry has the same word in use, and not just because documents have it."""
    other = view.termbase.entries[entry]
    return other.standing != "known" and other.designations[place].status in IN_USE
