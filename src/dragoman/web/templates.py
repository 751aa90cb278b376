"""The templates, in one environment for each language of the interface.

One environment for all would keep what one language made of a template for the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dragoman.concordance.query import phrase
from dragoman.languages.spacing import between_sentences
from dragoman.version import __version__
from dragoman.web.headline import period_name
from dragoman.web.locales import LOCALES, Locale
from dragoman.web.tongues import tongues
from dragoman.web.wording import Wording, direction, own_name

_HERE = Path(__file__).parent


@cache
def environments() -> Mapping[str, Environment]:
    """An environment for each language of the interface, by its code in addresses."""
    return MappingProxyType({code: _environment(locale) for code, locale in LOCALES.items()})


def _environment(locale: Locale) -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.policies["ext.i18n.trimmed"] = True
    install = getattr(made, "install_gettext_callables")  # noqa: B009 -- the extension adds it, untyped
    install(locale.words.gettext, locale.words.ngettext, newstyle=True)
    made.filters.update(Wording(locale).filters())
    # For sentences that come as values: unlike gettext in templates it fills nothing in, so it stumbles over
    # no sign.
    made.filters["translated"] = lambda sentence: locale.words.gettext(sentence) if sentence else ""
    made.filters["joint"] = between_sentences
    made.filters["own_name"] = own_name
    made.filters["direction"] = direction
    made.filters["tongues"] = tongues
    made.filters["period_name"] = period_name
    made.filters["as_phrase"] = phrase
    made.globals.update(
        locale=locale,
        locales=LOCALES.values(),
        version=__version__,
        joint=between_sentences(locale.code),
    )
    return made
