"""Which language the command line speaks.

Messages go through the standard library's gettext with one domain, which holds click's own messages
too, so a help page is in one language from top to bottom. Catalogues lie in `dragoman/locale`.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

DOMAIN = "dragoman"
LOCALE = Path(__file__).parent.parent / "locale"

# Primary subtag that people and systems write -> the catalogue that serves it ("en" needs none).
CATALOGUES = {"en": "en", "ru": "ru", "zh": "zh_Hans"}

# In the order in which gettext itself asks them, our own first.
_VARIABLES = ("DRAGOMAN_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def interface_language(environment: Mapping[str, str]) -> str:
    """The catalogue that the environment asks for: the first variable that is set decides.

    `LANGUAGE` and `DRAGOMAN_LANG` may hold several languages with colons between them, best first.
    A language without a catalogue, and the locales C and POSIX, give "en".
    """
    wish = next((environment[name] for name in _VARIABLES if environment.get(name)), "en")
    for language in wish.split(":"):
        subtag = language.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if subtag in CATALOGUES:
            return CATALOGUES[subtag]
    return "en"


def speak() -> None:
    """Make gettext, and so click as well, speak the language that the environment asks for."""
    os.environ["LANGUAGE"] = interface_language(os.environ)
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
