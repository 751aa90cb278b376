"""How Word is told the language of words: their face, their direction, and what they are spelled by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from dragoman.languages.registry import language
from dragoman.writers.docx_markup import made

# Word knows languages by the names that Windows gives their locales, most of them with a country.
_LOCALES = {"en": "en-GB", "ru": "ru-RU", "zh": "zh-CN", "zh-Hans": "zh-CN"}

# Faces for ideographs, each of the kind that official texts are set in; SimSun is that of the style sheet.
_FACES = {"zh-Hant": "PMingLiU", "ja": "MS Mincho", "ko": "Batang"}


@dataclass(frozen=True, slots=True)
class Speech:
    """A language as Word sees it: one of three scripts, and the direction in which it runs."""

    locale: str
    script: Literal["val", "eastAsia", "bidi"]
    face: str = ""

    def of_paragraph(self) -> list[etree._Element]:
        """What the properties of a paragraph say, in the order of the schema."""
        return [made("bidi")] if self.script == "bidi" else []

    def of_run(self, *, fill: str = "") -> etree._Element:
        """The properties of a run; `fill` is the colour behind it, as six hexadecimal digits."""
        properties = made("rPr")
        if self.script == "eastAsia":
            # Without the hint, quotation marks and dashes are set in the narrow face of Latin letters.
            face = {"eastAsia": self.face} if self.face else {}
            properties.append(made("rFonts", hint="eastAsia", **face))
        if fill:
            properties.append(made("shd", val="clear", color="auto", fill=fill))
        if self.script == "bidi":
            properties.append(made("rtl"))
        properties.append(made("lang", **{self.script: self.locale}))
        return properties


def speech(code: str) -> Speech:
    """What Word is told of a language by its BCP 47 code.

    Raises:
        UnknownLanguage: there is no such code.
    """
    found = language(code)
    locale = _LOCALES.get(code, code)
    if found.direction == "rtl":
        return Speech(locale, "bidi")
    if found.code in {"zh", "ja", "ko"}:
        return Speech(locale, "eastAsia", _FACES.get(code, _FACES.get(found.code, "")))
    return Speech(locale, "val")
