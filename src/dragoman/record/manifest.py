"""What stands in front of a bundle: who sends it, what is in it, and of which documents its originals are."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from dragoman.errors import BadBundle, InputError
from dragoman.marking import _
from dragoman.record.archive import refused
from dragoman.record.canonical import canonical, is_digest
from dragoman.record.document_kinds import METADATA
from dragoman.record.kinds import kind_fault
from dragoman.record.names import is_signed_party

FORM = 1
"""The form of bundles that is written; no other is read."""

_FIELDS = {"form", "from", "to", "time", "heads", "events", "files", "documents"}
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_VERSION = {"language", "original", "name", "form"}


@dataclass(frozen=True, slots=True)
class CitedVersion:
    """A language version of a document that attestations cite; `original` is its hash."""

    language: str
    original: str
    name: str
    form: str


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that attestations cite, as the sender describes it.

    `metadata` has the fields of `dragoman.record.document_kinds.METADATA`; `versions` are in the order in
    which the sender's workspace had them, those that it cites and the present ones.
    """

    id: str
    metadata: Mapping[str, Any]
    versions: tuple[CitedVersion, ...]

    def added(self) -> dict[str, Any]:
        """The body of the event that adds the document."""
        return {"document": self.id, **self.metadata}

    def version_added(self, version: CitedVersion) -> dict[str, Any]:
        """The body of the event that adds a version."""
        return {"document": self.id, **{name: getattr(version, name) for name in sorted(_VERSION)}}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself.

    `sender` signs it; `recipient` is the party that it was made for, "" for whoever may have it. `heads` maps
    each party whose chain the sender holds to the hash of the last event there, whether or not it is in the
    bundle. `files` maps the other members to their hash and size in bytes.
    """

    sender: str
    recipient: str
    time: str
    heads: Mapping[str, str]
    events: int
    files: Mapping[str, tuple[str, int]]
    documents: tuple[CitedDocument, ...] = field(default=())

    def to_json(self) -> bytes:
        """Its canonical form."""
        return canonical(
            {
                "form": FORM,
                "from": self.sender,
                "to": self.recipient,
                "time": self.time,
                "heads": dict(self.heads),
                "events": self.events,
                "files": {name: {"hash": hash_, "size": size} for name, (hash_, size) in self.files.items()},
                "documents": [
                    {**one.metadata, "document": one.id, "versions": [_facts(it) for it in one.versions]}
                    for one in self.documents
                ],
            }
        )

    @classmethod
    def from_json(cls, data: bytes) -> Manifest:
        """What `to_json` wrote.

        Raises:
            BadBundle: it is something else, or of a form that a newer Dragoman writes.
        """
        try:
            said = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise refused(_("Its manifest is not JSON.")) from error
        if not isinstance(said, dict) or type(said.get("form")) is not int:
            raise refused(_("Its manifest is none."))
        if said["form"] != FORM:
            raise BadBundle(
                "The bundle was made by a newer Dragoman (form {form}; this one knows {known}).",
                remedy="Install the newer version; nothing was taken.",
                form=said["form"],
                known=FORM,
            )
        wrong = _wrong(said)
        if wrong:
            raise refused(_("Its manifest does not hold what it must in the field {field!r}."), field=wrong)
        found = cls(
            sender=said["from"],
            recipient=said["to"],
            time=said["time"],
            heads=said["heads"],
            events=said["events"],
            files={name: (one["hash"], one["size"]) for name, one in said["files"].items()},
            documents=tuple(map(_document, said["documents"])),
        )
        try:
            same = found.to_json() == data
        except InputError:
            same = False
        if not same:
            raise refused(_("Its manifest is not written in the canonical form."))
        return found


def _facts(version: CitedVersion) -> dict[str, str]:
    return {name: getattr(version, name) for name in sorted(_VERSION)}


def _document(facts: Mapping[str, Any]) -> CitedDocument:
    metadata = {name: facts[name] for name in METADATA}
    return CitedDocument(
        facts["document"], metadata, tuple(CitedVersion(**version) for version in facts["versions"])
    )


def _wrong(said: Mapping[str, Any]) -> str:
    """The first field that does not hold what it must; "" if all do."""
    for name in sorted(_FIELDS ^ said.keys()):
        return name
    heads, files, documents = said["heads"], said["files"], said["documents"]
    right = {
        "from": is_signed_party(said["from"]),
        "to": said["to"] == "" or is_signed_party(said["to"]),
        "time": _is_time(said["time"]),
        "heads": isinstance(heads, dict)
        and said["from"] in heads
        and all(is_signed_party(party) and is_digest(head) for party, head in heads.items()),
        "events": type(said["events"]) is int and said["events"] >= 0,
        "files": isinstance(files, dict) and all(map(_is_file, files.values())),
        "documents": isinstance(documents, list) and _are_documents(documents),
    }
    return next((name for name, fine in right.items() if not fine), "")


def _is_time(text: object) -> bool:
    if not isinstance(text, str) or not _TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_file(facts: Any) -> bool:
    return (
        isinstance(facts, dict)
        and facts.keys() == {"hash", "size"}
        and is_digest(facts["hash"])
        and type(facts["size"]) is int
        and facts["size"] >= 0
    )


def _are_documents(documents: Sequence[Any]) -> bool:
    """Whether each is described as an event would describe it, and they stand in order, each once."""
    if not all(isinstance(one, dict) and isinstance(one.get("versions"), list) for one in documents):
        return False
    for one in documents:
        added = {name: value for name, value in one.items() if name != "versions"}
        if kind_fault("document.added", added) or not one["versions"]:
            return False
        for version in one["versions"]:
            if not isinstance(version, dict) or "document" in version:
                return False
            if kind_fault("version.added", {"document": one["document"], **version}):
                return False
        places = [(version["language"], version["original"]) for version in one["versions"]]
        if len(set(places)) != len(places):
            return False
    return all(before["document"] < after["document"] for before, after in pairwise(documents))
