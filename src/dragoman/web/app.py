"""The application: its pages, its files, what guards them, and the worker beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.staticfiles import StaticFiles

from dragoman.web import problems
from dragoman.web.guard import Guard
from dragoman.web.pages import (
    about,
    account,
    board,
    candidates,
    check,
    collocates,
    compare,
    concordance,
    draft,
    drafts,
    entry,
    exchange,
    formulations,
    founding,
    front,
    glossary,
    invitation,
    jobs,
    library,
    methods,
    originals,
    pairs,
    parties,
    party,
    people,
    proposal,
    quotations,
    reader,
    rounds,
    row,
    sign_in,
    sources,
    term,
    terms,
    threats,
    upload,
    waiting,
)
from dragoman.web.permits import permits
from dragoman.web.site import Site
from dragoman.web.suffixes import Suffixes
from dragoman.web.worker import Worker

_STATIC = Path(__file__).parent / "static"
# The form for a new document comes before documents by their names.
PAGES = (
    front, library, upload, jobs, about, compare, row, reader, concordance, collocates, terms, term, pairs,
    formulations, threats, quotations, check, sources, methods, originals,
    sign_in, invitation, account, people,
    founding, rounds, board, candidates, waiting, parties, party, exchange,
    glossary, drafts, draft, proposal, entry,
)  # fmt: skip


def create_app(folder: Path, *, hosts: Sequence[str] = (), working: bool = True) -> FastAPI:
    """The pages of the workspace in a folder, as an ASGI application.

    Args:
        folder: The workspace's folder. hosts: Names under which the site may be asked for, besides this
        machine's own. Without any, a site that is
            served on this machine alone answers to the machine's own names, one that is served to others to
            every name.
        working: Whether a process beside the application does the workspace's waiting jobs.

    Raises:
        NotAWorkspace: there is no workspace in the folder.
    """
    site = Site(folder.resolve(), hosts)
    with site.workspace():
        app = FastAPI(title="Dragoman", openapi_url=None, docs_url=None, redoc_url=None, lifespan=_lifespan)
    app.state.site = site
    app.state.working = working
    app.state.permits = tuple(permits(page.router for page in PAGES))
    for page in PAGES:
        app.include_router(page.router)
    app.mount("/static", StaticFiles(directory=_STATIC, packages=[("dragoman.look", "static")]), "static")
    app.add_middleware(Suffixes)
    app.add_middleware(Guard, hosts=site.hosts)
    problems.install(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    site: Site = app.state.site
    worker = Worker(site.folder) if app.state.working else None
    if worker is not None:
        worker.start()
    try:
        yield
    finally:
        if worker is not None:
            await run_in_threadpool(worker.stop)
        site.close()
