"""One form of JSON for one value, so that a hash of it means the same everywhere.

Reference:
    Rundgren, Jordan, Erdtman, "JSON Canonicalization Scheme (JCS)", RFC 8785, 2020.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import rfc8785

from dragoman.errors import InputError

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
# The greatest whole number that every reader of JSON reads back the same.
_GREATEST = 2**53 - 1
_FIRST_SURROGATE = "\ud800"
_WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


def canonical(value: JSON) -> bytes:
    """The value as canonical JSON in UTF-8: no spaces, keys in order, numbers in their shortest form.

    Raises:
        InputError: the value has no canonical form: half of a surrogate pair, a number that is not finite, a
            whole number outside of ±(2^53 - 1), or nested too deeply.
    """
    try:
        return canonical_of_plain(plain(value))
    except RecursionError as error:
        raise _no_form(error) from error


def canonical_of_plain(value: Any) -> bytes:
    """The same for a value that is made of dicts and lists only.

    Raises:
        InputError: see `canonical`.
    """
    try:
        if _is_simple(value):
            # Ten times as fast, and the same bytes: where there are no fractions and keys are in the same
            # order by code points as by UTF-16, Python writes what the standard asks for.
            return _WRITER.encode(value).encode()
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, RecursionError, UnicodeEncodeError) as error:
        raise _no_form(error) from error


def _no_form(error: Exception) -> InputError:
    return InputError(
        "This cannot be written as JSON: {why}.",
        remedy="Take out what is not text, and numbers beyond 2^53.",
        why=str(error) or type(error).__name__,
    )


def _is_simple(value: Any) -> bool:
    """Whether Python's own writer gives the canonical form."""
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return True
    if kind is int:
        return bool(-_GREATEST <= value <= _GREATEST)
    if kind is list:
        return all(map(_is_simple, value))
    if kind is dict:
        return all(type(key) is str and (key.isascii() or max(key) < _FIRST_SURROGATE) for key in value) and (
            all(map(_is_simple, value.values()))
        )
    return False


def digest(value: JSON) -> str:
    """The name of a value by its content: "sha256:" and 64 hexadecimal digits of its canonical form."""
    return digest_of(canonical(value))


def digest_of(data: bytes) -> str:
    """The name of bytes by their content."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def is_digest(text: object) -> bool:
    """Whether this is a name such as `digest` gives."""
    return isinstance(text, str) and _DIGEST.fullmatch(text) is not None


def plain(value: JSON) -> Any:
    """The same value in dicts and lists of its own, which may be changed and given to any JSON writer."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        # Most of what there is, and asking an abstract class takes ten times as long.
        return value
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value
