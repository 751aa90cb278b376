"""What a concordance can be narrowed down by: bodies, parties, kinds, languages, each with its count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.concordance.model import Concordance, Share
from dragoman.web.asking import FILTERS, Asked
from dragoman.web.visit import Visit
from dragoman.web.wording import Wording, own_name


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter: what it is called, lines and documents with it, and the address that chooses it.

    The address of one that is `chosen` gives it up.
    """

    value: str
    said: str
    hits: int
    documents: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter by its name in addresses, with its choices in the alphabetical order of the interface."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def facets(visit: Visit, found: Concordance, asked: Asked, path: str = "/concordance") -> list[Facet]:
    """The facets that have something to choose from."""
    wording, gettext = Wording(visit.locale), visit.locale.words.gettext
    shares: list[tuple[str, str, Sequence[Share], Callable[[str], str]]] = [
        ("in", gettext("Language"), found.languages, own_name),
        ("body", gettext("Issued by"), found.bodies, wording.for_reader),
        ("party", gettext("Party"), found.parties, wording.for_reader),
        ("kind", gettext("Kind"), found.kinds, wording.kind_name),
    ]
    made = []
    for name, title, values, say in shares:
        chosen = getattr(asked.filters, FILTERS[name])
        known = {share.name: share for share in values if share.name}
        choices = tuple(
            Choice(
                each,
                say(each),
                known[each].hits,
                known[each].documents,
                visit.link(path, asked.query({name: "" if each == chosen else each})),
                each == chosen,
            )
            for each in sorted(known, key=lambda value: wording.spelt(say(value)))
        )
        if len(choices) > 1 or any(choice.chosen for choice in choices):
            made.append(Facet(name, title, choices))
    return made


def chosen(visit: Visit, asked: Asked, path: str = "/concordance") -> list[tuple[str, str, str]]:
    """The filters that hold: what each is called, its value in words, and the address without it."""
    wording, gettext = Wording(visit.locale), visit.locale.words.gettext
    titles: dict[str, tuple[str, Callable[[str], str]]] = {
        "in": (gettext("Language"), own_name),
        "with": (gettext("Counterparts"), own_name),
        "body": (gettext("Issued by"), wording.for_reader),
        "party": (gettext("Party"), wording.for_reader),
        "kind": (gettext("Kind"), wording.kind_name),
        "document": (gettext("Document"), str),
        "since": (gettext("Since"), wording.day),
        "until": (gettext("Until"), wording.day),
    }
    return [
        (title, say(value), visit.link(path, asked.query({name: ""})))
        for name, (title, say) in titles.items()
        if (value := getattr(asked.filters, FILTERS[name]))
    ]
