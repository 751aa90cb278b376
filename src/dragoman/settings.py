"""Every setting that Dragoman reads from the environment, as a table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its name, what holds without it, and what it means."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting(
        name="DRAGOMAN_LANG",
        default="the language of the system (LANGUAGE, LC_ALL, LC_MESSAGES, LANG)",
        meaning="Language of help and messages on the command line: en, ru or zh.",
    ),
    Setting(
        name="DRAGOMAN_WORKSPACE",
        default="the current folder",
        meaning="Folder of the workspace where a command is given no `--workspace`.",
    ),
    Setting(
        name="DRAGOMAN_PASSPHRASE",
        default="asked for, without being shown, or read from standard input",
        meaning="Passphrase of the key with which a command signs.",
    ),
)
