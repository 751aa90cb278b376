"""Numbers, sizes, dates and names as the language of the interface writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from dragoman.bitext.formats.preface import percent
from dragoman.errors import UnknownLanguage
from dragoman.interface import Interface
from dragoman.languages.registry import language
from dragoman.languages.transcription.pinyin import pinyin
from dragoman.marking import _
from dragoman.web.locales import Locale
from dragoman.web.tongues import for_reader
from dragoman.workspace import Document

# A day and a month by themselves: many languages decline the name of the month after a day.
_DAYS = (
    _("{day} January {year}"), _("{day} February {year}"), _("{day} March {year}"), _("{day} April {year}"),
    _("{day} May {year}"), _("{day} June {year}"), _("{day} July {year}"), _("{day} August {year}"),
    _("{day} September {year}"), _("{day} October {year}"), _("{day} November {year}"),
    _("{day} December {year}"),
)  # fmt: skip
_MONTHS = (
    _("January {year}"), _("February {year}"), _("March {year}"), _("April {year}"), _("May {year}"),
    _("June {year}"), _("July {year}"), _("August {year}"), _("September {year}"), _("October {year}"),
    _("November {year}"), _("December {year}"),
)  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d).*)?")
_NARROW_SPACE = "\u202f"
_QUOTES = {"en": ("“", "”"), "ru": ("«", "»"), "zh": ("“", "”")}
_LEAST_CHANCE = 0.0001
_ANY_QUOTE = frozenset('"“„«「『')


# Kinds of documents whose names are said in the language of the pages; others stay as they were written.
_KINDS = {
    "agreement": _("agreement"),
    "communiqué": _("communiqué"),
    "declaration": _("declaration"),
    "joint communiqué": _("joint communiqué"),
    "joint declaration": _("joint declaration"),
    "joint statement": _("joint statement"),
    "law": _("law"),
    "letter": _("letter"),
    "memorandum": _("memorandum"),
    "protocol": _("protocol"),
    "report": _("report"),
    "resolution": _("resolution"),
    "speech": _("speech"),
    "statement": _("statement"),
    "treaty": _("treaty"),
}


class Wording:
    """How one language of the interface writes what is not words."""

    def __init__(self, locale: Locale) -> None:
        self._words: Interface = locale.words
        self._code = locale.code
        self._groups = _NARROW_SPACE if locale.code == "ru" else ","

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The methods below by the names that templates use."""
        return {
            "by_body": lambda rows: self.sorted_by(rows, "body"),
            "by_name": lambda rows: self.sorted_by(rows, "name"),
            "chance": self.chance,
            "count": self.count,
            "day": self.day,
            "decimal": self.decimal,
            "for_reader": self.for_reader,
            "heading": self.heading,
            "in_order": self.in_order,
            "kind_name": self.kind_name,
            "label": self.label,
            "moment": self.moment,
            "percentage": self.percentage,
            "quoted": self.quoted,
            "size": self.size,
            "span": self.span,
        }

    def count(self, number: int) -> str:
        """A whole number with its thousands apart; four figures stay together in Russian."""
        if self._groups == _NARROW_SPACE and abs(number) < 10_000:
            return str(number)
        return f"{number:,}".replace(",", self._groups)

    def size(self, octets: int) -> str:
        """The size of a file."""
        gettext = self._words.gettext
        if octets < 1_000:
            return gettext("{size} bytes").format(size=octets)
        if octets < 1_000_000:
            return gettext("{size} kB").format(size=round(octets / 1_000))
        size = f"{octets / 1_000_000:.1f}"
        return gettext("{size} MB").format(size=size.replace(".", ",") if self._words.tag == "ru" else size)

    def day(self, date: str) -> str:
        """A date of any precision in words: "2024-05-16" is 16 May 2024; what is no date stays as it is."""
        match = _ISO.fullmatch(date)
        if match is None:
            return date
        year, month, day, _time = match.groups()
        if month is None or not 1 <= int(month) <= 12:
            return date
        if day is None:
            return self._words.gettext(_MONTHS[int(month) - 1]).format(year=year)
        return self._words.gettext(_DAYS[int(month) - 1]).format(year=year, day=int(day))

    def moment(self, time: str) -> str:
        """A time of the record, which is UTC: "22 November 2026, 05:40 UTC"."""
        match = _ISO.fullmatch(time)
        if match is None or match[4] is None:
            return self.day(time)
        return self._words.gettext("{day}, {time} UTC").format(day=self.day(time), time=match[4])

    def percentage(self, probability: float) -> str:
        """A probability in whole per cent."""
        return percent(probability, self._words)

    def decimal(self, value: float) -> str:
        """A figure with as many decimals as tell: 127, 12.7, 1.27, 0.04; 0 only where it is exactly that."""
        places = 0 if abs(value) >= 100 or value == 0 else 1 if abs(value) >= 10 else 2
        if abs(value) >= 1_000:
            return self.count(round(value))
        written = f"{value:.{places}f}"
        if value and not float(written):
            written = "<0.01" if value > 0 else ">-0.01"
        written = written.replace("-", "\N{MINUS SIGN}")
        return written.replace(".", ",") if self._code == "ru" else written

    def chance(self, p_value: float) -> str:
        """A probability of chance with one figure that tells: 0.03, 0.0004, "less than 0.0001"."""
        if p_value < _LEAST_CHANCE:
            said = self._words.gettext("less than {chance}").format(chance="0.0001")
        else:
            said = f"{p_value:.2f}" if p_value >= 0.01 else f"{p_value:.1g}"
        return said.replace(".", ",") if self._code == "ru" else said

    def span(self, years: tuple[str, str]) -> str:
        """From one year to another: "2014–2024", one year alone, "" for none."""
        first, last = years
        if not first:
            return ""
        said = first if first == last else f"{first}–{last}"
        return f"{said}年" if self._code == "zh" else said

    def quoted(self, text: str) -> str:
        """A text in the quotation marks of this language; one that has marks of its own keeps those."""
        opening, closing = _QUOTES[self._code]
        return text if text[:1] in _ANY_QUOTE else f"{opening}{text}{closing}"

    def for_reader(self, text: str) -> str:
        """What a text in several languages ("Lake · Озеро · 湖") says in this one; others whole."""
        return for_reader(text, self._code)

    def heading(self, document: Document) -> str:
        """A document's title for this language.

        A title that somebody gave it holds; one that was taken from a text gives way to what the version in
        this language calls itself.
        """
        title = document.about.title
        if not title or any(version.title == title for version in document.versions):
            return document.title_in(self._code)
        return for_reader(title, self._code)

    def in_order(self, parties: Sequence[str]) -> list[str]:
        """Names of parties in the alphabetical order of this language: Chinese ones by their pinyin."""
        return sorted(parties, key=lambda party: self.spelt(for_reader(party, self._code)))

    def sorted_by(self, rows: Iterable[Any], field: str) -> list[Any]:
        """Rows in the alphabetical order of what they have in a field; rows without it at the end."""

        def place(row: Any) -> tuple[bool, str]:
            name = getattr(row, field)
            return not name, self.spelt(self.for_reader(name))

        return sorted(rows, key=place)

    def spelt(self, name: str) -> str:
        """A name as its letters put it into the order of this language."""
        return spelt(name, self._code)

    def kind_name(self, kind: str) -> str:
        """A kind of document: a usual one in this language, another as it was written."""
        usual = _KINDS.get(kind.strip().casefold())
        return self._words.gettext(usual) if usual else for_reader(kind, self._code)

    def label(self, label: str) -> str:
        """The label of a part of a text: "article 5" is Article 5."""
        gettext = self._words.gettext
        name, _space, number = label.partition(" ")
        named = {
            "annex": gettext("Annex {number}"),
            "article": gettext("Article {number}"),
            "chapter": gettext("Chapter {number}"),
            "part": gettext("Part {number}"),
            "section": gettext("Section {number}"),
            "title": gettext("Title {number}"),
        }
        return named[name].format(number=number) if name in named else label


@lru_cache(1_024)
def spelt(name: str, code: str) -> str:
    """A name as its letters put it into the order of a language."""
    return pinyin(name, "plain").casefold() if code == "zh" else language(code).fold(name)


def own_name(code: str) -> str:
    """A language's own name for itself; its code where it is not known here."""
    try:
        return language(code).name
    except UnknownLanguage:
        return code


def direction(code: str) -> str:
    """ "rtl" for the languages that are written so, else "ltr"."""
    try:
        return language(code).direction
    except UnknownLanguage:
        return "ltr"
