"""Where somebody is led back to who signed in: to a page of this site, never to another site."""

from __future__ import annotations

from dragoman.web.locales import LOCALES

_ORIGINALS = "originals"
# Pages that nobody wants to come back to.
_PASSED = ("sign-in", "sign-out", "invitations")
_LONGEST = 4_000


def local(address: str) -> str:
    """An address below where the site is shown, such as "/ru/documents?q=река"; "" for any other.

    What browsers read as the address of another site ("//", backslashes, a scheme, control characters, which
    they leave out) is none of ours: each address of ours begins with a language of the interface.
    """
    if not address.startswith("/") or "\\" in address or len(address) > _LONGEST:
        return ""
    if not address.isprintable() or " " in address:
        return ""
    first, _slash, rest = address[1:].partition("/")
    if first == _ORIGINALS:
        return address
    known = first in LOCALES and rest.partition("/")[0].partition("?")[0] not in _PASSED
    return address if known else ""
