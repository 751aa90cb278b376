"""The topics by which threats are put together, each in one dimension of security.

The list takes no side: what one state names and another denies stands in it as the states themselves word
it, with its counterparts, and no state, nation or leader is a topic. What is not in it is "other".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.marking import _

Dimension = Literal[
    "military",
    "terrorism",
    "crime",
    "information",
    "economy",
    "supply",
    "environment",
    "health",
    "society",
    "migration",
    "culture",
    "other",
]

DIMENSIONS: Mapping[Dimension, str] = {
    "military": _("Military and political"),
    "terrorism": _("Terrorism and extremism"),
    "crime": _("Transnational crime and drugs"),
    "information": _("Information and technology"),
    "economy": _("Economy and finance"),
    "supply": _("Energy and food"),
    "environment": _("Environment and water"),
    "health": _("Health"),
    "society": _("Social and demographic"),
    "migration": _("Migration"),
    "culture": _("Culture and values"),
    "other": _("Other"),
}
"""The dimensions of security with their titles, from the military and political to the cultural."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic by its lasting name, with its dimension and its title in English."""

    name: str
    dimension: Dimension
    title: str


OTHER = "other"
"""The topic of what the lexicon does not know."""

TOPICS: Mapping[str, Topic] = {
    topic.name: topic
    for topic in (
        Topic("nuclear-proliferation", "military", _("Proliferation of weapons of mass destruction")),
        Topic(
            "mass-destruction", "military", _("Chemical, biological and other weapons of mass destruction")
        ),
        Topic("nuclear-weapons", "military", _("Nuclear weapons and nuclear war")),
        Topic("arms-in-space", "military", _("Weapons in outer space")),
        Topic("arms-race", "military", _("Arms race and military build-up")),
        Topic("small-arms", "military", _("Illicit arms and mines")),
        Topic("aggression", "military", _("Aggression, occupation, use of force")),
        Topic("territory", "military", _("Violation of borders and territorial integrity")),
        Topic("interference", "military", _("Interference in internal affairs, forced change of government")),
        Topic("blocs", "military", _("Military blocs, bases, missile defence")),
        Topic("hegemony", "military", _("Hegemony, dictate, power politics")),
        Topic("colonialism", "military", _("Colonialism and imperialism")),
        Topic("confrontation", "military", _("Confrontation, cold war, tension between states")),
        Topic("double-standards", "military", _("Double standards and politicisation")),
        Topic("lawlessness", "military", _("Violation of international law and agreements")),
        Topic("conflict", "military", _("Regional and internal conflicts, instability")),
        Topic("war", "military", _("War")),
        Topic("three-evils", "terrorism", _("Terrorism, separatism and extremism in one expression")),
        Topic("separatism", "terrorism", _("Separatism")),
        Topic("extremism", "terrorism", _("Extremism and radicalism")),
        Topic("terrorism", "terrorism", _("Terrorism")),
        Topic("drugs", "crime", _("Drugs")),
        Topic("trafficking", "crime", _("Trafficking in persons, slavery")),
        Topic("corruption", "crime", _("Corruption")),
        Topic("piracy", "crime", _("Piracy at sea")),
        Topic("cyber", "information", _("Cybercrime and attacks on information systems")),
        Topic("disinformation", "information", _("False information and hostile propaganda")),
        Topic("new-technology", "information", _("Harmful use of new technology")),
        Topic("crime", "crime", _("Organised and other crime")),
        Topic("sanctions", "economy", _("Unilateral sanctions and blockades")),
        Topic("protectionism", "economy", _("Protectionism and barriers to trade")),
        Topic("debt", "economy", _("Debt")),
        Topic("economic-crisis", "economy", _("Economic and financial crises")),
        Topic("inequality", "economy", _("Inequality and the gap in development")),
        Topic("food", "supply", _("Hunger and insecure food supply")),
        Topic("energy", "supply", _("Insecure energy supply")),
        Topic("climate", "environment", _("Climate change")),
        Topic("water", "environment", _("Shortage of water, the drying of lakes and rivers")),
        Topic("radiation", "environment", _("Radiation and nuclear accidents")),
        Topic("land", "environment", _("Desertification, loss of land and species")),
        Topic("disasters", "environment", _("Natural and man-made disasters")),
        Topic("pollution", "environment", _("Pollution and harm to the environment")),
        Topic("disease", "health", _("Epidemics and diseases")),
        Topic("unemployment", "society", _("Unemployment and social tension")),
        Topic("poverty", "society", _("Poverty and backwardness")),
        Topic("population", "society", _("Change in the number and age of the population")),
        Topic("atrocities", "society", _("Genocide and crimes against humanity")),
        Topic("racism", "society", _("Racism, apartheid, discrimination")),
        Topic("rights", "society", _("Oppression and violation of human rights")),
        Topic("refugees", "migration", _("Flight and displacement")),
        Topic("migration", "migration", _("Illegal and forced migration")),
        Topic("nazism", "culture", _("Nazism, fascism and militarism, and their revival")),
        Topic("history", "culture", _("Falsification of history")),
        Topic("intolerance", "culture", _("Intolerance and hatred between religions and peoples")),
        Topic("values", "culture", _("Loss of values, traditions and heritage")),
        Topic(OTHER, "other", _("Other, in its own words")),
    )
}
"""The topics by name; where the words fit several, the first one here counts."""
