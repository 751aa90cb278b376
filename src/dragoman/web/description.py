"""What is said of a document, as a form's fields."""

from __future__ import annotations

from dragoman.marking import _
from dragoman.web.posted import Posted
from dragoman.workspace.model import About

NAMES = {
    "title": _("Title"),
    "kind": _("Kind"),
    "body": _("Issued by"),
    "date": _("Date"),
    "parties": _("Parties"),
    "place": _("Place"),
    "source": _("Source"),
    "licence": _("Licence"),
    "invented": _("Invented"),
}
"""All fields by the names that the record has for them, and what pages call them."""
FIELDS = tuple(NAMES)


def about_from(sent: Posted) -> About:
    """What a form says: parties stand one a line, a box says that the document is invented."""
    return About(
        title=sent.one("title"),
        kind=sent.one("kind"),
        body=sent.one("body"),
        parties=parties_from(sent.one("parties")),
        date=sent.one("date"),
        place=sent.one("place"),
        source=sent.one("source"),
        licence=sent.one("licence"),
        invented=sent.has("invented"),
    )


def parties_from(text: str) -> tuple[str, ...]:
    """Parties from a text that has one a line."""
    return tuple(name for line in text.splitlines() if (name := line.strip()))


def changes(shown: About, wanted: About) -> dict[str, str | bool | tuple[str, ...]]:
    """The fields in which what a visitor wants differs from what he was shown, with their new values."""
    return {name: getattr(wanted, name) for name in FIELDS if getattr(wanted, name) != getattr(shown, name)}
