"""What a proposal needs for what it aims at: definitions, relations, an instrument, a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.glossary.context import Context
from dragoman.glossary.dates import is_date
from dragoman.glossary.entry import AIMS, RELATIONS, RESERVED, falls, is_slug
from dragoman.glossary.problem import Problem, problem
from dragoman.marking import _
from dragoman.terms.termbase import ANY, IN_USE

# What says that terms render each other, and what says it with one definition.
_RENDERING = ("equivalent", "joint", "instrument")
_DEFINED = ("joint", "instrument")
_PUT_ASIDE = ("deferred", "withdrawn", "superseded")
_FEWEST_PARTIES = 2
_NOT_IN_USE = ANY - IN_USE


def aim_problems(content: Mapping[str, Any], context: Context) -> Iterator[Problem]:
    """Problems of the aim, the parties, and of all that an aim asks for."""
    if content["aim"] not in AIMS:
        what = _("{aim} is nothing that a proposal may aim at.")
        remedy = _("Take one of: {there}.")
        yield problem("aim", what, remedy, aim=content["aim"] or "“”", there=", ".join(AIMS))
    yield from _of_parties(content, context)
    yield from _of_terms(content)
    yield from _of_definition(content)
    yield from _of_definitions(content, context)
    yield from _of_relations(content)
    yield from _of_instrument(content)
    yield from _of_place(content, context)


def _of_parties(content: Mapping[str, Any], context: Context) -> Iterator[Problem]:
    parties = content["parties"]
    if len(set(parties)) < _FEWEST_PARTIES:
        yield problem(
            "parties",
            _("Nobody can agree with oneself."),
            _("Name two parties or more; what is for one alone stays a draft."),
        )
    if list(parties) != sorted(set(parties)):
        what = _("The parties are not in order, or one stands twice.")
        yield problem("parties", what, _("Name each once, in alphabetical order."))
    for party in parties:
        if party not in context.parties:
            what = _("{party} is no party of the glossary.")
            remedy = _("Its parties are: {there}.")
            yield problem("parties", what, remedy, party=party, there=", ".join(context.parties))


def _of_terms(content: Mapping[str, Any]) -> Iterator[Problem]:
    if content["aim"] not in _RENDERING or not content["terms"]:
        return
    languages = dict.fromkeys(term["language"] for term in content["terms"])
    if len(languages) == 1:
        what = _("All terms are in the language {language}, so none renders another.")
        yield problem("terms", what, _("Give one in another language."), language=next(iter(languages)))
    used = {term["language"] for term in content["terms"] if term["status"] not in _NOT_IN_USE}
    for code in languages:
        if code not in used:
            what = _("No term of the language {language} may be used.")
            yield problem("terms", what, _("Give one that is preferred or admitted."), language=code)


def _of_definition(content: Mapping[str, Any]) -> Iterator[Problem]:
    aim, languages = content["aim"], dict.fromkeys(term["language"] for term in content["terms"])
    if aim in _DEFINED:
        yield from _missing(
            content, "definition", languages, _("The joint definition in {language} is missing.")
        )
        for code in content["definition"]:
            if code not in languages:
                what = _("There is a definition in {language}, and no term.")
                yield problem(f"definition.{code}", what, _("Give a term, or take it out."), language=code)
    elif aim not in _PUT_ASIDE and content["definition"]:
        yield problem(
            "definition",
            _("A definition that all share makes a joint entry."),
            _("Aim at joint, or let each party give its own definition."),
        )
    if aim == "instrument":
        what = _("The scope note in {language} is missing: it is a part of what the instrument says.")
        yield from _missing(content, "scope", languages, what)


def _missing(
    content: Mapping[str, Any], field: str, languages: Mapping[str, None], what: str
) -> Iterator[Problem]:
    for code in languages:
        if not content[field].get(code, "").strip():
            remedy = _("Write it in every language of the terms.")
            yield problem(f"{field}.{code}", what, remedy, language=code)


def _of_definitions(content: Mapping[str, Any], context: Context) -> Iterator[Problem]:
    named, own = content["definitions"], context.own_definitions
    for party, given in named.items():
        field = f"definitions.{party}"
        if party not in content["parties"]:
            what = _("There is a definition of {party}, for which the proposal is not.")
            yield problem(field, what, _("Take it out, or add the party."), party=party)
        elif given != own.get(party):
            what = _("This is not the definition that {party} gives now.")
            remedy = _("Name the present one, or ask the party to give one.")
            yield problem(field, what, remedy, party=party)
    if content["aim"] == "parallel":
        for party in content["parties"]:
            if party not in named and own.get(party) != "":
                what = _("The definition of {party} is missing.")
                remedy = (
                    _("Name the one that it gives.")
                    if party in own
                    else _("Parallel definitions need one of every party: it has to give its own first.")
                )
                yield problem(f"definitions.{party}", what, remedy, party=party)


def _of_relations(content: Mapping[str, Any]) -> Iterator[Problem]:
    if content["aim"] == "contested" and not content["relations"]:
        what = _("It is not said how the parties' concepts are related.")
        yield problem("relations", what, _("Name a relation between two of the parties."))
    seen: set[frozenset[str]] = set()
    for number, said in enumerate(content["relations"]):
        field, one, other = f"relations[{number}]", said["of"], said["to"]
        if said["relation"] not in RELATIONS:
            what = _("{relation} is no relation.")
            there = ", ".join(RELATIONS)
            remedy = _("Take one of: {there}.")
            yield problem(f"{field}.relation", what, remedy, relation=said["relation"] or "“”", there=there)
        for name in ("of", "to"):
            if said[name] not in content["parties"]:
                what = _("{party} is no party of this proposal.")
                remedy = _("Name two of its parties.")
                yield problem(f"{field}.{name}", what, remedy, party=said[name] or "“”")
        if one == other:
            what = _("A party's concept is related to that of another party, not to itself.")
            yield problem(f"{field}.to", what, _("Name another party."))
        elif frozenset((one, other)) in seen:
            what = _("How the concepts of {one} and {other} are related is said twice.")
            yield problem(field, what, _("Keep one of the two."), one=one, other=other)
        seen.add(frozenset((one, other)))


def _of_instrument(content: Mapping[str, Any]) -> Iterator[Problem]:
    instrument = content["instrument"]
    if instrument and not is_date(instrument["date"]):
        what = _("{date} is no date.")
        remedy = _("Write it as 2024, 2024-05 or 2024-05-16.")
        yield problem("instrument.date", what, remedy, date=instrument["date"])
    if content["aim"] == "instrument":
        for name, what in (
            ("title", _("It is not said which instrument it is fixed in.")),
            ("date", _("The date of the instrument is missing.")),
        ):
            if not instrument.get(name, "").strip():
                remedy = _("Give the title and the date of the signed instrument.")
                yield problem(f"instrument.{name}", what, remedy)


def _of_place(content: Mapping[str, Any], context: Context) -> Iterator[Problem]:
    """What takes whose place, and why."""
    replaces, aim, successor = content["replaces"], content["aim"], content["successor"]
    if list(replaces) != sorted(set(replaces)):
        what = _("What it takes the place of is not in order, or stands twice.")
        yield problem("replaces", what, _("Name each once, in alphabetical order."))
    for number, replaced in enumerate(replaces):
        if replaced not in context.in_force:
            what = _("{proposal} is no proposal of this entry that is in force.")
            remedy = _("Name those that are, by their hashes.")
            yield problem(f"replaces[{number}]", what, remedy, proposal=replaced or "“”")
    if successor and (not is_slug(successor) or successor in RESERVED):
        what = _("{name} is no name of an entry.")
        remedy = _("Names have up to 80 small letters, digits and hyphens.")
        yield problem("successor", what, remedy, name=successor)
    elif successor and successor == context.entry:
        what = _("An entry cannot take its own place.")
        yield problem("successor", what, _("Name another entry."))
    elif aim == "superseded" and not successor:
        what = _("It is not said which entry takes its place.")
        yield problem("successor", what, _("Name the entry."))
    if content["reason"].strip():
        return
    if aim in ("deferred", "withdrawn"):
        yield problem("reason", _("The reason is missing."), _("Say why in a sentence."))
    elif any(falls(level, aim) for level in context.in_force.values()):
        what = _("It agrees on less than what is in force, and does not say why.")
        yield problem("reason", what, _("Say why in a sentence."))
