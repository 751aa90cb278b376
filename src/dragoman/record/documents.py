"""What events say of documents: metadata, versions, corrections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from dragoman.marking import _
from dragoman.record.canonical import JSON
from dragoman.record.document_kinds import METADATA
from dragoman.record.events import Event
from dragoman.record.fault import Fault, fault_of
from dragoman.record.kinds import kind_fault
from dragoman.record.refusal import CannotApply

# Words that name a threat: language, original, their range, and the topic.
Named: TypeAlias = tuple[str, str, tuple[int, int], str]
# A difference between versions: its kind, and of each version language, original and ranges.
Difference: TypeAlias = tuple[str, tuple[tuple[str, str, tuple[tuple[int, int], ...]], ...]]


@dataclass(frozen=True, slots=True)
class VersionState:
    """A language version: its original by hash, when and by which event it was added; those before it."""

    original: str
    name: str
    form: str
    event: str
    added: str
    earlier: tuple[VersionState, ...] = ()


@dataclass(frozen=True, slots=True)
class SideState:
    """One side of a correction: ranges of characters of an original's text, and what stands there."""

    original: str
    ranges: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """A correction of an alignment, by the event that made it; `left` is of the first of the languages."""

    event: str
    languages: tuple[str, str]
    left: SideState
    right: SideState
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class JudgementState:
    """What holds of words that name a threat, by the event that says so; `reason` is "" where they do."""

    event: str
    language: str
    original: str
    range: tuple[int, int]
    words: str
    topic: str
    confirmed: bool
    reason: str
    party: str
    author: str
    time: str


@dataclass(frozen=True, slots=True)
class DecisionState:
    """What holds of a difference between versions, by the event that says so; `reason` is "" where it is one.

    `passages` are by language, in the order of the languages.
    """

    event: str
    kind: str
    passages: Mapping[str, SideState]
    accepted: bool
    reason: str
    party: str
    author: str
    time: str


@dataclass(slots=True)
class DocumentState:
    """What the events say of a document; `history` are the hashes of those that did, in order.

    `metadata` has the fields of `dragoman.record.document_kinds.METADATA`; `versions` the present one of each
    language; `judgements` one for each range of characters and topic that something is decided of,
    `decisions` one for each difference between versions.
    """

    id: str
    added: str
    metadata: dict[str, Any]
    versions: dict[str, VersionState] = field(default_factory=dict)
    corrections: list[CorrectionState] = field(default_factory=list)
    judgements: dict[Named, JudgementState] = field(default_factory=dict)
    decisions: dict[Difference, DecisionState] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)


class Documents(dict[str, DocumentState]):
    """Documents by identifier, as events in a given order make them.

    It knows nothing of chains: whoever gives events (`dragoman.record.fold.State` does) answers for their
    order. So all events of one document in their order, without those of others, make that document.
    """

    def apply(self, event: Event) -> Fault | None:
        """Take in one more event; a fault says why it cannot be, and then nothing has changed.

        Costs the same however many events there were, but for taking back a correction, which is looked for
        among the document's.
        """
        unfit = kind_fault(event.kind, event.body)
        if unfit:
            return fault_of(event, unfit[0], **unfit[1])
        try:
            MEANINGS[event.kind](self, event)
        except CannotApply as refusal:
            return fault_of(event, refusal.what, **refusal.values)
        self[_name(event)].history.append(event.hash)
        return None


def _name(event: Event) -> str:
    return str(event.body["document"])


def _document(documents: Documents, event: Event) -> DocumentState:
    found = documents.get(_name(event))
    if found is None:
        raise CannotApply(_("There is no document {document}."), document=_name(event))
    return found


def _added(documents: Documents, event: Event) -> None:
    if _name(event) in documents:
        raise CannotApply(_("There is a document {document} already."), document=_name(event))
    metadata = {name: event.body[name] for name in METADATA}
    documents[_name(event)] = DocumentState(_name(event), event.time, metadata)


def _described(documents: Documents, event: Event) -> None:
    _document(documents, event).metadata[str(event.body["field"])] = event.body["value"]


def _version_added(documents: Documents, event: Event) -> None:
    versions = _document(documents, event).versions
    language = str(event.body["language"])
    before = versions.get(language)
    versions[language] = VersionState(
        original=str(event.body["original"]),
        name=str(event.body["name"]),
        form=str(event.body["form"]),
        event=event.hash,
        added=event.time,
        earlier=(*before.earlier, replace(before, earlier=())) if before else (),
    )


def _must_have(document: DocumentState, language: str, original: str) -> None:
    """The original must be one that the document has or had in this language."""
    version = document.versions.get(language)
    if version is None or original not in {it.original for it in (version, *version.earlier)}:
        raise CannotApply(
            _("Document {document} has no version in {language} with the original {original}."),
            document=document.id,
            language=language,
            original=original,
        )


def _side(document: DocumentState, language: str, side: Any) -> SideState:
    """One side of a correction."""
    _must_have(document, language, side["original"])
    ranges = tuple((start, end) for start, end in side["ranges"])
    return SideState(side["original"], ranges, tuple(side["words"]))


def _corrected(documents: Documents, event: Event) -> None:
    document = _document(documents, event)
    languages: Any = event.body["languages"]
    first, second = languages
    left, right = _side(document, first, event.body["left"]), _side(document, second, event.body["right"])
    document.corrections.append(CorrectionState(event.hash, (first, second), left, right))


def _restored(documents: Documents, event: Event) -> None:
    corrections = _document(documents, event).corrections
    wanted = event.body["correction"]
    place = next((k for k, correction in enumerate(corrections) if correction.event == wanted), None)
    if place is None:
        raise CannotApply(_("There is no correction {correction}."), correction=wanted)
    if corrections[place].withdrawn:
        raise CannotApply(_("The correction {correction} was taken back before."), correction=wanted)
    corrections[place] = replace(corrections[place], withdrawn=True)


def _judged(documents: Documents, event: Event) -> None:
    document = _document(documents, event)
    body: Mapping[str, Any] = event.body
    language, original, topic = (str(body[name]) for name in ("language", "original", "topic"))
    _must_have(document, language, original)
    start, end = body["range"]
    document.judgements[language, original, (start, end), topic] = JudgementState(
        event=event.hash,
        language=language,
        original=original,
        range=(start, end),
        words=str(body["words"]),
        topic=topic,
        confirmed=event.kind == "threat.confirmed",
        reason=str(body.get("reason", "")),
        party=event.party,
        author=event.author,
        time=event.time,
    )


def _taken_back(held: dict[Any, Any], event: JSON) -> bool:
    """Drop what holds by an event; False if nothing does."""
    named = next((named for named, one in held.items() if one.event == event), None)
    if named is None:
        return False
    del held[named]
    return True


def _reopened(documents: Documents, event: Event) -> None:
    wanted = event.body["judgement"]
    if not _taken_back(_document(documents, event).judgements, wanted):
        raise CannotApply(_("There is no judgement {judgement} that holds."), judgement=wanted)


def _decided(documents: Documents, event: Event) -> None:
    document = _document(documents, event)
    body: Mapping[str, Any] = event.body
    passages = {
        str(one["language"]): _side(document, str(one["language"]), one)
        for one in sorted(body["passages"], key=lambda one: str(one["language"]))
    }
    places = tuple((code, side.original, side.ranges) for code, side in passages.items())
    document.decisions[str(body["kind"]), places] = DecisionState(
        event=event.hash,
        kind=str(body["kind"]),
        passages=passages,
        accepted=event.kind == "finding.accepted",
        reason=str(body.get("reason", "")),
        party=event.party,
        author=event.author,
        time=event.time,
    )


def _undecided(documents: Documents, event: Event) -> None:
    wanted = event.body["decision"]
    if not _taken_back(_document(documents, event).decisions, wanted):
        raise CannotApply(_("There is no decision {decision} that holds."), decision=wanted)


MEANINGS: Mapping[str, Callable[[Documents, Event], None]] = {
    "document.added": _added,
    "document.described": _described,
    "version.added": _version_added,
    "alignment.corrected": _corrected,
    "alignment.restored": _restored,
    "threat.confirmed": _judged,
    "threat.rejected": _judged,
    "threat.reopened": _reopened,
    "finding.accepted": _decided,
    "finding.dismissed": _decided,
    "finding.reopened": _undecided,
}
"""What each kind of event does."""
