"""Each republic names the threats that docs/demo.md says, in the years that it says, and not in others."""

from __future__ import annotations

import re

import pytest

from tests.demo.texts import PAGE, SERIES, lines, table, uses, years

OCCASIONS = ("2015", "2018", "2021", "2024")
REPUBLICS = {"L": ("lake", "ru"), "S": ("steppe", "zh")}
THREATS = table("### What each republic names as a threat")
NOT_ANY_MORE = (
    "The unregulated flow of small arms is now a thing of the past, thanks to our joint work.",
    "The problem of the unregulated flow of small arms has been solved.",
    "There were no epidemics in the period under review.",
    "There were no major cases of drug trafficking in the period under review.",
)


def pattern(wording: str, code: str) -> str:
    """What the forms of a phrase have in common: of long Russian words all but the last two letters."""
    if code == "ru":
        return r"\s+".join(word if len(word) < 5 else rf"{word[:-2]}\w*" for word in wording.split())
    return re.sub("^(?:the|an) ", "", wording)


@pytest.mark.parametrize("row", THREATS, ids=[row[0] for row in THREATS])
def test_each_republic_names_the_threats_of_the_page(row: list[str]) -> None:
    english, russian, chinese, *by_year = row
    wordings = {"ru": russian, "zh": chinese}
    for letter, (republic, own) in REPUBLICS.items():
        named = {year for year, who in zip(OCCASIONS, by_year, strict=True) if letter in who.split()}
        assert bool(named) == (wordings[own] != "–")
        for year in OCCASIONS:
            mentions = [
                line
                for line in lines(f"{republic}-{year}", "en")
                if re.search(pattern(english, "en"), line, re.IGNORECASE) and line not in NOT_ANY_MORE
            ]
            assert bool(mentions) == (year in named)
            if year in named:
                assert uses(f"{republic}-{year}", own, pattern(wordings[own], own))


def test_both_name_as_many_threats() -> None:
    counts = {
        letter: [sum(letter in row[3 + at].split() for row in THREATS) for at in range(len(OCCASIONS))]
        for letter in REPUBLICS
    }
    assert counts == {"L": [6, 7, 7, 9], "S": [6, 7, 7, 9]}


def test_what_is_no_threat_any_more_stands_in_the_texts() -> None:
    said = re.findall(r"^- (Lake|Steppe) in (\d{4}): «?(.*?)»?$", PAGE, re.MULTILINE)
    for (republic, year, sentence), english in zip(said, NOT_ANY_MORE, strict=True):
        document = f"{republic.lower()}-{year}"
        own = lines(document, "ru" if republic == "Lake" else "zh")
        assert lines(document, "en")[own.index(sentence)] == english


def test_together_they_name_two_threats() -> None:
    crime = {"ru": r"трансграничн\w+ преступност", "zh": "跨境犯罪", "en": "cross-border crime"}
    attacks = {"ru": "кибератак", "zh": "网络攻击", "en": "cyber attacks"}
    assert years(crime) == set(SERIES)
    assert years(attacks) == {2021, 2024}
