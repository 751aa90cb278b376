"""Aligning a folder of pairs: resumable, on all cores, one bad pair never stopping the others."""

from __future__ import annotations

from dragoman.bitext.folder.run import FolderResult, align_folder, cores

__all__ = ["FolderResult", "align_folder", "cores"]
