"""What every answer tells the browser about its own safety."""

from __future__ import annotations

from jinja2.utils import url_quote

PAGE_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""W3C, Content Security Policy Level 3: nothing from elsewhere, no style or script in the page itself."""

ORIGINAL_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""For files that came from outside: whatever is in them, none of it runs."""

ALWAYS = (
    (b"content-security-policy", PAGE_POLICY.encode("ascii")),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # With "no-referrer" browsers would send the origin "null" with our own forms.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    # Pages of a workspace may be private; a copy is asked about before it is shown again.
    (b"cache-control", b"private, no-cache"),
)
"""Headers of every answer that does not set them itself."""


def attachment(name: str) -> str:
    """A Content-Disposition that saves under this name, whatever is in it (RFC 6266, RFC 8187)."""
    safe = "".join(sign if sign.isprintable() else "_" for sign in name).replace("/", "_").replace("\\", "_")
    safe = safe.strip(". ") or "original"
    plain = "".join(sign if sign.isascii() and sign not in '"%;' else "_" for sign in safe)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{url_quote(safe)}"
