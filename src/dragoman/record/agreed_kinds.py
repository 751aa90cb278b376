"""The kinds of events by which parties agree on a glossary, and hold the rounds of their talks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.marking import _
from dragoman.record.canonical import JSON, is_digest
from dragoman.record.content import AIMS, LEVELS, content_fault
from dragoman.record.fields import (
    BY_LANGUAGE,
    CODES,
    DATE,
    HASH,
    LANGUAGE,
    PARTIES,
    SAYING,
    SLUG,
    TEXT,
    TEXTS,
    FieldType,
    is_date,
    is_document,
    is_language,
    is_side,
    is_slug,
    items,
)
from dragoman.record.kind import Kind

_IN_ENTRY: Mapping[str, FieldType] = {"glossary": SLUG, "entry": SLUG}
_IN_ROUND: Mapping[str, FieldType] = {"glossary": SLUG, "round": SLUG}
_RESERVED = frozenset(
    ("agenda", "difference", "drafts", "editions", "learn", "new", "proposals", "rounds", "waiting")
)


def _is_attestation(value: JSON) -> bool:
    said = ("document", "title", "body", "date", "source")
    if not isinstance(value, Mapping) or set(value) != {*said, "passages"}:
        return False
    passages = items(value["passages"])
    return (
        is_document(value["document"])
        and all(isinstance(value[name], str) for name in said)
        and is_date(value["date"])
        and passages is not None
        and bool(passages)
        and all(map(_is_passage, passages))
    )


def _is_passage(value: JSON) -> bool:
    return (
        isinstance(value, Mapping)
        and is_language(value.get("language"))
        and is_side({name: held for name, held in value.items() if name != "language"})
        and bool(value["words"])
    )


def _are_outcomes(value: JSON) -> bool:
    if not isinstance(value, Mapping) or not all(map(is_slug, value)):
        return False
    for said in value.values():
        pair = items(said)
        if pair is None or len(pair) != 2 or pair[0] not in ("", LEVELS[0], *AIMS):
            return False
        if pair[1] != "" and not is_digest(pair[1]):
            return False
    return True


_CONTENT = FieldType(
    "content",
    _(
        "what a proposal holds: its aim, its parties, terms, subject field, dimension, scope note, usage "
        "advice, definition, the parties' definitions, relations, instrument, what it takes the place of, a "
        "successor, a reason"
    ),
    lambda value: isinstance(value, Mapping),
)
_ATTESTATION = FieldType(
    "attestation",
    _(
        "document, title, body, date and source of a text, and its passages, each with language, original, "
        "ranges and words"
    ),
    _is_attestation,
)
_OUTCOMES = FieldType(
    "outcomes",
    _('from each entry of the agenda to its level or outcome and the hash of what was agreed, "" for none'),
    _are_outcomes,
)


def _content_fits(body: Mapping[str, JSON]) -> str | None:
    content: Any = body["content"]
    return _entry_fits(body) or content_fault(content)


def _entry_fits(body: Mapping[str, JSON]) -> str | None:
    return _("No entry may have this name.") if body["entry"] in _RESERVED else None


def _has_parties(body: Mapping[str, JSON]) -> str | None:
    if not body["parties"]:
        return _("There is no party.")
    return None if body.get("languages", True) else _("There is no language.")


def _has_parties_and_dates(body: Mapping[str, JSON]) -> str | None:
    start, end = str(body["from"]), str(body["to"])
    if start and end and end < start[: len(end)]:
        return _("The round ends before it begins.")
    return _has_parties(body)


AGREED_KINDS = (
    Kind(
        "glossary.founded",
        _("There is a glossary of these parties, in these languages."),
        {"glossary": SLUG, "titles": BY_LANGUAGE, "languages": CODES, "parties": PARTIES},
        _has_parties,
        signed=True,
    ),
    Kind(
        "glossary.extended",
        _("These parties and languages join a glossary; what was agreed before stays as it was."),
        {"glossary": SLUG, "parties": PARTIES, "languages": CODES},
        signed=True,
    ),
    Kind(
        "definition.given",
        _(
            "The party's own definition, in its own language, with its source, and the party's own "
            "translations of it. It takes the place of the one that the party gave before."
        ),
        {
            **_IN_ENTRY,
            "language": LANGUAGE,
            "text": SAYING,
            "source": TEXT,
            "date": DATE,
            "translations": BY_LANGUAGE,
        },
        _entry_fits,
        signed=True,
    ),
    Kind(
        "note.given",
        _("The party's own note in this language; an empty one takes it back."),
        {**_IN_ENTRY, "language": LANGUAGE, "text": TEXT},
        _entry_fits,
        signed=True,
    ),
    Kind(
        "attestation.given",
        _("A dated passage of an official text shows the concept in use, with its counterparts."),
        {**_IN_ENTRY, "attestation": _ATTESTATION},
        _entry_fits,
        signed=True,
    ),
    Kind(
        "attestation.withdrawn",
        _("The party takes back an attestation that it gave."),
        {**_IN_ENTRY, "attestation": HASH, "reason": TEXT},
        signed=True,
    ),
    Kind(
        "proposal.made",
        _("The party proposes this for an entry. The proposal is named by the hash of what it holds."),
        {**_IN_ENTRY, "content": _CONTENT},
        _content_fits,
        signed=True,
    ),
    Kind(
        "proposal.accepted",
        _("The party accepts a proposal, by its hash; it may attach a reservation."),
        {**_IN_ENTRY, "proposal": HASH, "reservation": BY_LANGUAGE},
        signed=True,
    ),
    Kind(
        "proposal.refused",
        _("The party does not accept a proposal, and says why."),
        {**_IN_ENTRY, "proposal": HASH, "reason": SAYING},
        signed=True,
    ),
    Kind(
        "proposal.withdrawn",
        _("The party takes back a proposal of its own that not every party has accepted."),
        {**_IN_ENTRY, "proposal": HASH, "reason": TEXT},
        signed=True,
    ),
    Kind(
        "acceptance.withdrawn",
        _("The party no longer accepts a proposal, and says why; what was agreed by it ends."),
        {**_IN_ENTRY, "proposal": HASH, "reason": SAYING},
        signed=True,
    ),
    Kind(
        "round.opened",
        _("A round of talks begins: its topic, its dates, its parties; the party's own chair and experts."),
        {
            **_IN_ROUND,
            "topics": BY_LANGUAGE,
            "from": DATE,
            "to": DATE,
            "parties": PARTIES,
            "chair": TEXT,
            "experts": TEXTS,
        },
        _has_parties_and_dates,
        signed=True,
    ),
    Kind(
        "round.joined",
        _("The party takes part in a round, with this chair and these experts."),
        {**_IN_ROUND, "chair": SAYING, "experts": TEXTS},
        signed=True,
    ),
    Kind(
        "agenda.added",
        _("An entry is on the agenda of a round."),
        {**_IN_ROUND, "entry": SLUG, "note": TEXT},
        _entry_fits,
        signed=True,
    ),
    Kind(
        "agenda.removed",
        _("An entry is no longer on the agenda of a round."),
        {**_IN_ROUND, "entry": SLUG, "reason": SAYING},
        signed=True,
    ),
    Kind(
        "minutes.proposed",
        _("The party proposes minutes of a round, by language; they are named by this event."),
        {**_IN_ROUND, "texts": BY_LANGUAGE},
        signed=True,
    ),
    Kind(
        "minutes.accepted",
        _("The party accepts minutes of a round; they are agreed when every party of the round has."),
        {**_IN_ROUND, "minutes": HASH},
        signed=True,
    ),
    Kind(
        "round.closed",
        _(
            "The party closes a round with these outcomes. The round is closed when every party of it has, "
            "with the same ones."
        ),
        {**_IN_ROUND, "outcomes": _OUTCOMES},
        signed=True,
    ),
)
