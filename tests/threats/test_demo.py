"""The demo's republics name what docs/demo.md says that they do: so much of it is found, and nothing else."""

from __future__ import annotations

from dragoman.bitext.document import sentences_of
from dragoman.languages import language
from dragoman.threats import OTHER, mentions
from tests.demo.texts import lines, table

TOPICS = {
    "cross-border crime": "crime",
    "water shortage": "water",
    "unemployment among the young": "unemployment",
    "cyber attacks": "cyber",
    "the unregulated flow of small arms": "small-arms",
    "terrorism": "terrorism",
    "drug trafficking": "drugs",
    "the spread of false information": "disinformation",
    "power outages": "energy",
    "an arms race": "arms-race",
    "unannounced military exercises": "arms-race",
    "epidemics": "disease",
    "livestock diseases": "disease",
    "floods": "disasters",
    "desertification": "land",
    "the pollution of the lakes": "pollution",
    "steppe fires": "disasters",
    "poaching": "crime",
    "the depopulation of the fishing villages": "population",
    "the collapse of wool prices": "economic-crisis",
}
OCCASIONS = ("2015", "2018", "2021", "2024")
REPUBLICS = {"L": ("lake", "ru"), "S": ("steppe", "zh")}
# Shares of what the page says that the present method finds, and of what it finds that the page says.
FOUND, RIGHT = 0.9, 0.9


def said() -> set[tuple[str, str, str]]:
    """Republic, year and topic, as the page has them."""
    found = set()
    for english, _russian, _chinese, *by_year in table("### What each republic names as a threat"):
        for year, who in zip(OCCASIONS, by_year, strict=True):
            found |= {(letter, year, TOPICS[english]) for letter in who.split()}
    return found


def named() -> set[tuple[str, str, str]]:
    """The same as the method finds it, in the republic's own language."""
    found = set()
    for letter, (republic, code) in REPUBLICS.items():
        for year in OCCASIONS:
            text = "\n\n".join(lines(f"{republic}-{year}", code))
            for sentence in sentences_of(text, language(code)):
                found |= {
                    (letter, year, one.topic)
                    for one in mentions(sentence.text, code)
                    if one.topic != OTHER and one.stance == "asserted"
                }
    return found


def test_most_of_what_the_republics_name_is_found_and_little_else() -> None:
    wanted, found = said(), named()
    right = wanted & found
    assert len(right) >= FOUND * len(wanted), sorted(wanted - found)
    assert len(right) >= RIGHT * len(found), sorted(found - wanted)
