"""The head of a page that is a file of its own: its style stands in it, and nothing else may be loaded."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from dragoman.version import __version__


def head(title: str, style: str, tag: str) -> Iterator[str]:
    """The lines of a page before its body.

    `title` is HTML, `tag` the BCP 47 tag of the page's language. The page's own policy allows this very style
    alone (W3C, Content Security Policy Level 3): no script, no picture, nothing that is fetched.
    """
    yield "<!doctype html>"
    yield f'<html lang="{tag}" dir="ltr">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f'<meta name="generator" content="Dragoman {__version__}">'
    yield f"<title>{title}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
