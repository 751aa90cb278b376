"""The kinds of events about parties that sign, and their keys."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.marking import _
from dragoman.record.canonical import JSON
from dragoman.record.fields import (
    BY_LANGUAGE,
    PARTY,
    PUBLIC_KEY,
    PUBLIC_KEY_OR_NONE,
    SAYING,
    SIGNATURE_OR_NONE,
    TEXT,
    FieldType,
)
from dragoman.record.kind import Kind

_PROOF = FieldType(
    "proof",
    _('a signature by the new key, which shows that the party has it; "" where there is no new key'),
    SIGNATURE_OR_NONE.holds,
)


def _says_names(body: Mapping[str, JSON]) -> str | None:
    return None if body["names"] else _("A party needs a name in some language.")


def _founds(body: Mapping[str, JSON]) -> str | None:
    if body["key"] == body["recovery"]:
        return _("The recovery key is the first key: whoever had the one would have the other.")
    return _says_names(body)


def _proves(body: Mapping[str, JSON]) -> str | None:
    return None if bool(body["key"]) == bool(body["proof"]) else _("A new key needs its proof, no key none.")


PARTY_KINDS = (
    Kind(
        "party.trusted",
        _("This workspace takes what this party signs, as its fingerprint has been compared."),
        {"party": PARTY, "reason": TEXT},
    ),
    Kind(
        "party.founded",
        _(
            "A party begins its chain: its names by language, its first key, after which it is called, who "
            "holds the key, and a recovery key, which may name another one when that is lost or stolen."
        ),
        {"names": BY_LANGUAGE, "key": PUBLIC_KEY, "chair": TEXT, "recovery": PUBLIC_KEY_OR_NONE},
        _founds,
        signed=True,
    ),
    Kind(
        "party.named", _("The party's names are these now."), {"names": BY_LANGUAGE}, _says_names, signed=True
    ),
    Kind(
        "key.rotated",
        _("The party signs with another key from the next event on."),
        {"key": PUBLIC_KEY, "proof": _PROOF, "reason": TEXT},
        _proves,
        signed=True,
    ),
    Kind(
        "key.revoked",
        _(
            "The party's key is in force no longer. Another one takes its place, or none; signed by the "
            "recovery key, it decides as well which branch of a forked chain holds: the one that it is in."
        ),
        {"key": PUBLIC_KEY_OR_NONE, "proof": _PROOF, "reason": SAYING},
        _proves,
        signed=True,
    ),
    Kind(
        "chair.succeeded",
        _("Another person holds the party's key from now on, with a key of their own."),
        {"chair": SAYING, "key": PUBLIC_KEY, "proof": _PROOF, "reason": TEXT},
        _proves,
        signed=True,
    ),
)
