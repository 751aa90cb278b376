"""The workspace: the one place that touches the database and the folder of originals."""

from __future__ import annotations

from dragoman.workspace.examination import examine as doctor
from dragoman.workspace.examination import recover
from dragoman.workspace.model import (
    About,
    Added,
    Cell,
    Document,
    File,
    Finding,
    Job,
    Parallel,
    ParallelRow,
    Place,
    Problem,
    Source,
    Version,
)
from dragoman.workspace.workspace import Workspace

__all__ = [
    "About",
    "Added",
    "Cell",
    "Document",
    "File",
    "Finding",
    "Job",
    "Parallel",
    "ParallelRow",
    "Place",
    "Problem",
    "Source",
    "Version",
    "Workspace",
    "doctor",
    "recover",
]
