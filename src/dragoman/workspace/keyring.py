"""The secret keys of a workspace: a file each, under a passphrase, beside the database.

They are no part of the record and of no bundle; who takes a copy of the folder has them, and needs the
passphrases.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from dragoman.errors import InputError
from dragoman.record.keys import Sealed, SecretKey, fingerprint, sealed
from dragoman.workspace.database import explained

_FOLDER = "keys"


def keep(folder: Path, key: SecretKey, party: str, passphrase: str) -> None:
    """Write a key into its file, which only the owner may read.

    Raises:
        InputError: the passphrase is too short. ReadOnly, DiskFull
    """
    facts = json.dumps(sealed(key, party, passphrase).facts(), indent=1) + "\n"
    file = _file(folder, key.public)
    with explained(str(file)):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        draft = file.with_suffix(".part")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
            stream.write(facts)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)


def forget(folder: Path, key: str) -> None:
    """Remove the file of a public key, if there is one."""
    with explained(str(folder)):
        _file(folder, key).unlink(missing_ok=True)


def has(folder: Path, key: str) -> bool:
    """Whether the secret half of a public key lies here."""
    return bool(key) and _file(folder, key).exists()


def opened(folder: Path, key: str, passphrase: str) -> SecretKey:
    """The secret half of a public key.

    Raises:
        InputError: it does not lie here, or its file is damaged. WrongPassphrase
    """
    file = _file(folder, key)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "The key {fingerprint} does not lie in this workspace.",
            remedy="Sign where it lies, or put its file into the folder {folder}.",
            fingerprint=fingerprint(key),
            folder=str(file.parent),
        ) from error
    try:
        facts = json.loads(text)
    except ValueError:
        facts = None
    return Sealed.from_facts(facts, where=str(file)).opened(passphrase)


def _file(folder: Path, key: str) -> Path:
    return folder / _FOLDER / f"{fingerprint(key)}.json"
