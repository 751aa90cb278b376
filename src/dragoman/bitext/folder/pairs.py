"""Which files of two folders are versions of one text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path, PurePath
from unicodedata import normalize

from dragoman.errors import EmptyInput, InputError
from dragoman.readers import FORMS

# What the names of files end in that can be read.
_ENDINGS = frozenset(suffix for form in FORMS for suffix in form.suffixes)
# The usual ending is left away from the names of what is written.
_USUAL = ".txt"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files by name, None for one that is missing, and the name of the result without its ending."""

    source: str | None
    target: str | None
    output: str

    @property
    def name(self) -> str:
        """The name that stands for the pair in messages."""
        return self.source or self.target or ""


def files_of(folder: Path) -> list[str]:
    """Names of the files in a folder, sorted; folders within it and hidden files are left out.

    Raises:
        InputError: the folder cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            visible = (entry for entry in entries if not entry.name.startswith("."))
            return sorted(entry.name for entry in visible if entry.is_file())
    except OSError as error:
        raise InputError(
            "The folder cannot be read: {reason}.",
            where=str(folder),
            remedy="Check its name and permissions.",
            reason=error.strerror,
        ) from error


def pairs_of(source: Path, target: Path, from_: str, to: str) -> list[Pair]:
    """The pairs of two folders by equal names, of one folder by names like `note.ru.txt` and `note.zh.txt`.

    The endings may differ where both are of forms that are read: `note.ru.docx` and `note.zh.pdf`.

    Files without a partner are pairs with one side missing. Names that differ only in how accents are encoded
    (Unicode NFC and NFD) are equal.

    Raises:
        InputError: a folder cannot be read, or one folder is given for two texts of one language.
        EmptyInput: there is no file.
    """
    if not source.is_dir() or not target.is_dir() or not source.samefile(target):
        sides = [_by_key((name, name) for name in files_of(folder)) for folder in (source, target)]
    elif from_.lower() == to.lower():
        raise InputError(
            "One folder cannot hold both texts when they are in one language.",
            where=str(source),
            remedy="Give two folders with files of equal names.",
        )
    else:
        names = files_of(source)
        sides = [_by_key(_coded(names, code)) for code in (from_, to)]
    _join_forms(*sides)
    keys = sides[0].keys() | sides[1].keys()
    if not keys:
        raise EmptyInput(
            "There is no file to align in it.",
            where=str(source),
            remedy="Two folders need equal file names, one folder names like note.ru.txt and note.zh.txt.",
        )
    return [Pair(sides[0].get(key), sides[1].get(key), _output(key, keys)) for key in sorted(keys)]


def _coded(names: Iterable[str], code: str) -> Iterator[tuple[str, str]]:
    """Files with a language in their name: "note.txt" for "note.ru.txt", and the name itself."""
    form = re.compile(rf"(?P<base>.+)\.{re.escape(code)}(?P<ending>\.[^.]+)?")
    for name in names:
        found = form.fullmatch(name)
        if found:
            yield found["base"] + (found["ending"] or ""), name


def _by_key(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names by what both sides share; of two that differ in encoding alone, both keep their own."""
    names = dict(found)
    for key in list(names):
        normal = normalize("NFC", key)
        if normal not in names:
            names[normal] = names.pop(key)
    return names


def _join_forms(source: dict[str, str], target: dict[str, str]) -> None:
    """Files that differ in their form alone, such as `note.docx` and `note.pdf`, get one key without ending.

    Files that have a partner of their own form keep it; where several forms are left, none is chosen.
    """
    left = [_by_stem(set(one) - set(other)) for one, other in ((source, target), (target, source))]
    for stem in left[0].keys() & left[1].keys():
        names = [left[0][stem], left[1][stem]]
        if len(names[0]) == len(names[1]) == 1 and stem not in source and stem not in target:
            source[stem], target[stem] = source.pop(names[0][0]), target.pop(names[1][0])


def _by_stem(names: AbstractSet[str]) -> dict[str, list[str]]:
    """Names by what stands before the ending of a form that is read."""
    found: dict[str, list[str]] = {}
    for name in names:
        path = PurePath(name)
        if path.suffix.lower() in _ENDINGS:
            found.setdefault(path.stem, []).append(name)
    return found


def _output(key: str, keys: AbstractSet[str]) -> str:
    """A result's name but for its ending: the usual ending goes, unless that is another pair's name."""
    base = key.removesuffix(_USUAL)
    return key if base in keys or not base else base
