"""Originals: the files exactly as they came, for saving, never for showing."""

from __future__ import annotations

import re

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import FileResponse, Response

from dragoman.web.headers import ORIGINAL_POLICY, attachment
from dragoman.web.permits import needs
from dragoman.web.site import Site

router = APIRouter()
_HASH = re.compile(r"(?:sha256:)?([0-9a-f]{64})")


@router.get("/originals/{original_hash}", dependencies=[needs("read")])
def original(request: Request, original_hash: str) -> Response:
    """An original by its hash, checked against it; the browser saves it and runs nothing of it."""
    match = _HASH.fullmatch(original_hash)
    if match is None:
        raise HTTPException(404)
    site: Site = request.app.state.site
    name = f"sha256:{match[1]}"
    with site.workspace() as workspace:
        source = next((each for each in workspace.sources() if each.original == name), None)
        if source is None:
            raise HTTPException(404)
        path = workspace.original(name)
    headers = {
        "content-disposition": attachment(source.name),
        "content-security-policy": ORIGINAL_POLICY,
        # It is named by its own bytes, so it never changes.
        "cache-control": "private, max-age=31536000, immutable",
    }
    return FileResponse(path, headers=headers, media_type="application/octet-stream")
