"""Terms in addresses: spaces are hyphens, hyphens are doubled, so that each can be read back."""

from __future__ import annotations

import re
from urllib.parse import quote

_HYPHENS = re.compile("-+")
# What has a meaning in an address; browsers encode all else by themselves.
_RESERVED = {ord(sign): quote(sign, safe="") for sign in '%?#/&+"<>\\^`{|} '}


def slug(form: str) -> str:
    """A term as a part of an address, not yet encoded: "торгово-экономическое сотрудничество" is
    "торгово--экономическое-сотрудничество".
    """
    return form.replace("-", "--").replace(" ", "-")


def unslug(part: str) -> str:
    """The term that a part of an address names."""
    return _HYPHENS.sub(lambda run: "-" * (len(run[0]) // 2) + " " * (len(run[0]) % 2), part)


def readable(part: str) -> str:
    """A part of an address as people read it: only what has a meaning in addresses is encoded."""
    return part.translate(_RESERVED)


def term_path(form: str) -> str:
    """The address of a term's page, after the language of the interface."""
    return f"/terms/{quote(slug(form), safe='')}"


def formulation_path(phrase: str) -> str:
    """The address of a formulation's page, after the language of the interface."""
    return f"/formulations/{quote(slug(phrase), safe='')}"
