"""One form of JSON for one value, so that a hash of it means the same everywhere.

Reference:
    Rundgren, Jordan, Erdtman, "JSON Canonicalization Scheme (JCS)", RFC 8785, 2020.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import rfc8785

from dragoman.errors import InputError

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def canonical(value: JSON) -> bytes:
    """The value as canonical JSON in UTF-8: no spaces, keys in order, numbers in their shortest form.

    Raises:
        InputError: the value has no canonical form: half of a surrogate pair, a number that is not finite, a
            whole number outside of ±(2^53 - 1), or nested too deeply.
    """
    try:
        return rfc8785.dumps(plain(value))
    except (rfc8785.CanonicalizationError, RecursionError) as error:
        raise InputError(
            "This cannot be written as JSON: {why}.",
            remedy="Take out what is not text, and numbers beyond 2^53.",
            why=str(error) or type(error).__name__,
        ) from error


def digest(value: JSON) -> str:
    """The name of a value by its content: "sha256:" and 64 hexadecimal digits of its canonical form."""
    return f"sha256:{hashlib.sha256(canonical(value)).hexdigest()}"


def is_digest(text: object) -> bool:
    """Whether this is a name such as `digest` gives."""
    return isinstance(text, str) and _DIGEST.fullmatch(text) is not None


def plain(value: JSON) -> Any:
    """The same value in dicts and lists of its own, which may be changed and given to any JSON writer."""
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value
