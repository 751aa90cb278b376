"""How the command line writes figures, dates and sentences about usage: as the pages do."""

from __future__ import annotations

import os
from gettext import gettext as _

from dragoman.cli.interface_language import interface_language
from dragoman.cli.screen import say
from dragoman.web.locales import DEFAULT, LOCALES, Locale
from dragoman.web.tongues import tongue
from dragoman.web.wording import Wording
from dragoman.workspace import Workspace


def locale() -> Locale:
    """The interface of the person at the terminal."""
    return LOCALES.get(interface_language(os.environ).partition("-")[0].partition("_")[0], LOCALES[DEFAULT])


def wording() -> Wording:
    """How the person's language writes what is not words."""
    return Wording(locale())


def say_stale() -> None:
    """Tell that documents have changed since their terms were found, and what finds them anew."""
    said = _("Documents have changed since the terms were found: {command}")
    say(said.format(command="dragoman jobs --work"))


def language_for(workspace: Workspace, named: str, text: str = "") -> str:
    """The language that is named; else that of a text, the person's, the first one there is; "" for none."""
    if named:
        return named
    known = workspace.languages()
    wanted = (tongue(text) if text else "", locale().code)
    return next((code for code in wanted if code in known), known[0] if known else "")
