"""Methods: by which rules everything here was computed, and how far to trust them."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter
from fastapi.responses import Response

from dragoman.web.methods import METHODS, Method
from dragoman.web.permits import needs
from dragoman.web.tables import Table
from dragoman.web.visit import Visit, Visiting

router = APIRouter()
_COLUMNS = ("name", "task", "does", "limits", "references")


@router.get("/{lang}/methods", dependencies=[needs("anybody")])
def methods(visit: Visiting) -> Response:
    """Every method, in the language of the address."""
    said = [_said(method, visit) for method in METHODS]

    def table() -> Table:
        rows = ((m.name, m.task, m.does, " ".join(m.limits), " ".join(m.references)) for m in said)
        return Table("methods", _COLUMNS, rows)

    return visit.answer(
        "methods.html",
        {"methods": said},
        lambda: {
            "methods": [
                {**asdict(method), "limits": list(method.limits), "references": list(method.references)}
                for method in said
            ]
        },
        table,
    )


def _said(method: Method, visit: Visit) -> Method:
    """A method in the language of the visitor; references stay as they were published."""
    gettext = visit.locale.words.gettext
    return Method(
        method.name,
        gettext(method.task),
        gettext(method.does),
        tuple(gettext(limit) for limit in method.limits),
        method.references,
    )
