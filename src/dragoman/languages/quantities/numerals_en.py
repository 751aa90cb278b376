"""How English writes numbers and dates."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from dragoman.languages.quantities.numerals import (
    EXACT,
    DateForms,
    Marks,
    Numeral,
    Numerals,
    Phrase,
    Rule,
    Words,
    listed,
)

_SMALL = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_SMALL_ORDINALS = listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_SHORT_SCALES = {"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
_ALSO = {"both": 2, "twice": 2, "thrice": 3}
_MONTHS = (
    "January Jan|February Feb|March Mar|April Apr|May|June Jun|July Jul|August Aug|September Sept Sep|"
    "October Oct|November Nov|December Dec"
)
_DASH = "[-–—−]"


def _vocabulary() -> dict[str, Numeral]:
    words: dict[str, Numeral] = {}
    for value, word in enumerate(_SMALL):
        # "One" is as often a pronoun as a number, so it counts in company only.
        words[word] = Numeral(Decimal(value), alone=value > 1)
    for value, word in enumerate(_SMALL_ORDINALS):
        words[word] = Numeral(Decimal(value), ordinal=True, part="one" if value > 2 else "")
        if value > 2:
            words[word + "s"] = Numeral(Decimal(value), "part", alone=False, part="many")
    for tens, word in enumerate(_TENS, start=2):
        words[word] = Numeral(Decimal(tens * 10))
        words[word[:-1] + "ieth"] = Numeral(Decimal(tens * 10), ordinal=True, part="one")
        words[word[:-1] + "ieths"] = Numeral(Decimal(tens * 10), "part", alone=False, part="many")
    for word, scale in _SCALES.items():
        words[word] = Numeral(Decimal(scale), "times")
        words[word + "s"] = Numeral(Decimal(scale), "times", alone=False)
        words[word + "th"] = Numeral(Decimal(scale), "times", ordinal=True, part="one")
        words[word + "ths"] = Numeral(Decimal(scale), "part", alone=False, part="many")
    for word, scale in _SHORT_SCALES.items():
        words[word] = Numeral(Decimal(scale), "times", alone=False)
    for word, value in _ALSO.items():
        words[word] = Numeral(Decimal(value))
    words["dozen"] = Numeral(Decimal(12), "times")
    words["decade"] = Numeral(Decimal(10), "times")
    words["decades"] = Numeral(Decimal(10), "times", alone=False)
    words["half"] = Numeral(Decimal("0.5"), "half", alone=False)
    words["quarter"] = Numeral(Decimal(4), "part", alone=False, part="one")
    words["quarters"] = Numeral(Decimal(4), "part", alone=False, part="many")
    return words


def _words() -> Words:
    return Words(
        letters=re.compile("[a-z]+"),
        vocabulary=_vocabulary(),
        ands=frozenset({"and"}),
        withs=frozenset({"and a", "and"}),
        points=frozenset({"point"}),
        joints=frozenset({" ", "\u00a0", "-", "\u2011", "\n"}),
        idioms=Rule(
            ("both", "first", "second"),
            re.compile(
                # "Both" counts where nothing is listed after it: both sides, but not "both A and B".
                r"both\b(?=[^.;:]{0,200}?\band\b|\s(?:as|at|by|for|from|in|on|through|to|when|with)\b)|"
                r"first\b(?:\s(?:and\sforemost|of\sall)\b|[\s-]?hand\b|(?<=\bat\sfirst)|(?<=without\sfirst)|"
                r"(?<=hear\sfirst)|(?<=\bhas\sfirst)|(?<=\bhave\sfirst)|(?<=since\sit\sfirst)|"
                r"(?<=\bin\sthe\sfirst)(?=\s(?:place|instance)\b))|"
                r"second(?:[\s-]?hand\b|\sto\snone\b|(?<=per\ssecond)\b)"
            ),
        ),
    )


def _dates() -> DateForms:
    names = [name.split() for name in _MONTHS.split("|")]
    forms = sorted((form for month in names for form in month), key=len, reverse=True)
    # Capitals are asked for: "may" and "march" are words.
    month = "|".join(form for name in forms for form in (name, name.upper()))
    day = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
    days = rf"(?P<days>{day}(?:\s?(?:{_DASH}|,|,?\sand|to|or|through)\s?{day})*)"
    return DateForms(
        cues=tuple({cue for month in names for cue in (month[0][:3], month[0][:3].upper())}),
        capitals=True,
        month=re.compile(rf"(?P<month>{month})\b\.?"),
        months={form.lower(): number for number, month in enumerate(names, start=1) for form in month},
        before=re.compile(rf"{days}(?:\sday)?(?:\sof)?[\s-]$"),
        days_after=re.compile(rf"\s{days}(?!\s?(?:per\scent|%|:)|[.:]\d)"),
        year_after=re.compile(r"(?:,|\sof)?[\s-](?P<year>[12]\d{3})(?!\d|,\d)"),
        link=re.compile(rf"\s?(?:{_DASH}|,|,?\s(?:and|or|to|until|till|through))\s?(?:from\s|on\s)?"),
        year_first=False,
        shy_months=frozenset({"may", "march", "mar", "jan", "dec", "sep", "jun"}),
        shy_before=re.compile(
            r"(?:in|of|since|until|till|by|from|to|between|and|or|early|late|mid|last|next|this|every|each|"
            r"during|before|after)[\s-]$"
        ),
        day_word=re.compile(r"\s(?:day\s)?(?:of\s)?"),
        year_word=re.compile(r",?\s(?:in\sthe\syear\s)?"),
    )


def _times() -> tuple[Rule, ...]:
    clock = r"(?:1[0-2]|0?\d)"
    military = r"(?:[01]\d|2[0-4])"
    return (
        Rule(
            ("a.m", "p.m", " am", " pm", "0am", "0pm"),
            re.compile(
                rf"\b(?:(?P<hour0>{clock})(?:[.:](?P<minute0>[0-5]\d))?\s?(?:{_DASH}|to)\s?)?"
                rf"(?P<hour>{clock})(?:[.:](?P<minute>[0-5]\d))?\s?"
                r"(?:(?P<late>p\.?\s?m)|(?P<early>a\.?\s?m))(?:\.|\b)"
            ),
        ),
        Rule(
            ("hours", "hrs"),
            re.compile(
                rf"\b(?:(?P<hour0>{military})(?P<minute0>[0-5]\d)\s(?:and|to)\s)?"
                rf"(?P<hour>{military})(?P<minute>[0-5]\d)\s(?:hours|hrs)\b(?!\s(?:of|a|per)\b)"
            ),
        ),
        Rule(
            ("hour",),
            re.compile(r"\b(?P<hour>\d{1,3})[\s-]hours?,?\s(?:and\s)?(?P<minute>[0-5]?\d)[\s-]minutes?"),
        ),
    )


@cache
def english() -> Numerals:
    """The table of English."""
    third, quarter = (EXACT.divide(Decimal(1), Decimal(parts)) for parts in (3, 4))
    heads = listed(
        "annex appendix article book chapter chart class figure group level list part phase schedule section "
        "stage table title tier type volume war"
    )
    return Numerals(
        marks=Marks(".", groups=",٬"),
        after=re.compile(
            r"(?P<percent>\s?%|[\s-]per[\s-]?cent(?:age\spoints?)?\b|\spercentage[\s-]points?\b)|"
            r"(?P<century>[\s-]centur(?:y|ies)\b)|(?P<ordinal>(?:st|nd|rd|th)\b)|(?P<plain>'?s\b)"
        ),
        minus=("minus ", "minus\u00a0"),
        to=re.compile(rf"\s?{_DASH}\s?|\s(?:to|or)\s"),
        roman_before=re.compile(
            rf"(?:\b(?:{'|'.join(heads)}|vol\.)(?:e?s)?\s|\b[ivx]+(?:,?\s(?:and|or|to)\s|,\s|{_DASH}))$"
        ),
        roman_century=re.compile(r"[\s-]centur"),
        times=_times(),
        phrases=(
            Phrase(Rule(("third of",), re.compile(r"\ba\sthird(?=\sof\b)")), third),
            Phrase(
                Rule(("quarter of",), re.compile(r"\ba\squarter(?=\sof\s(?:the|all|its|their|our)\b)")),
                quarter,
            ),
            Phrase(Rule(("half a million",), re.compile(r"half\sa\smillion\b")), Decimal(500_000)),
            Phrase(Rule(("half a billion",), re.compile(r"half\sa\sbillion\b")), Decimal(500_000_000)),
        ),
        words=_words(),
        dates=_dates(),
    )
