"""What a proposal holds: made blank, filled in where that can be done by itself, and checked.

A content is a mapping with the fields of `dragoman.glossary.shape.FIELDS`; texts in several languages map a
language's code to the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.glossary.aimed import aim_problems
from dragoman.glossary.context import Context
from dragoman.glossary.problem import Problem, problem
from dragoman.glossary.shape import TERM_FIELDS, shape_problems
from dragoman.glossary.wording import wording_problems
from dragoman.languages import normalise
from dragoman.languages.transcription.palladius import palladius
from dragoman.languages.transcription.pinyin import pinyin
from dragoman.marking import _
from dragoman.terms.keys import BY_CHARACTER, key_of

Content = Mapping[str, Any]
"""The content of a proposal or of a draft."""

_NO_TERM = {**dict.fromkeys(TERM_FIELDS, ""), "status": "preferred"}

_BY_NAME = ("scope", "usage", "definition", "definitions")
_FIRST_AIM = "equivalent"
# What acknowledges the definition of each party.
_NAMES_DEFINITIONS = ("parallel", "contested")


def blank(parties: Sequence[str], languages: Sequence[str]) -> dict[str, Any]:
    """The content of a new draft for these parties, with a line for a term in each language."""
    return {
        "aim": _FIRST_AIM,
        "parties": sorted(set(parties)),
        "terms": [{**_NO_TERM, "language": code, "transliterations": {}} for code in languages],
        "subject": "",
        "dimension": "",
        "scope": {},
        "usage": {},
        "definition": {},
        "definitions": {},
        "relations": [],
        "instrument": {},
        "replaces": [],
        "successor": "",
        "reason": "",
    }


def filled(
    content: Content, *, definitions: Mapping[str, str] | None = None, before: Content | None = None
) -> dict[str, Any]:
    """A content in its one form, with what can be filled in by itself: everything stays correctable.

    Texts are in normalisation form C without spaces around them, terms without line ends; lines without a
    term, empty texts and what stands twice are left out; parties and hashes are in order. Chinese terms get
    pinyin (with marks) and Palladius' spelling of it, for Russian text, unless they have them. What has not
    the shape of a content stays as it is, and `problems` tells of it.

    Args:
        content: The draft; fields may be missing.
        definitions: By party the hash of its present definition: those of the proposal's parties are named
            where its aim is "parallel" or "contested", unless it names one already.
        before: The draft as it was: transliterations that were made for a term that has been changed since
            are made anew.
    """
    whole = _completed(content)
    if shape_problems(whole):
        return whole
    whole = {name: _clean(value) for name, value in whole.items()}
    stale = _spellings(before) if before is not None else {}
    terms = [_one_line(term) for term in whole["terms"]]
    whole["terms"] = _once([_spelled(term, stale) for term in terms if _says_something(term)])
    for name in _BY_NAME:
        whole[name] = {key: text for key, text in whole[name].items() if text}
    whole["relations"] = _once(whole["relations"])
    for name in ("parties", "replaces"):
        whole[name] = sorted(set(whole[name]))
    if not any(whole["instrument"].values()):
        whole["instrument"] = {}
    if whole["aim"] in _NAMES_DEFINITIONS:
        present = {party: named for party, named in (definitions or {}).items() if named}
        wanted = {party: present[party] for party in whole["parties"] if party in present}
        whole["definitions"] = {**wanted, **whole["definitions"]}
    return whole


def problems(
    content: Content,
    *,
    languages: Sequence[str],
    parties: Sequence[str],
    own_definitions: Mapping[str, str] | None = None,
    in_force: Mapping[str, str] | None = None,
    entry: str = "",
) -> list[Problem]:
    """What keeps a content from being proposed: nothing, if the list is empty.

    Where it has not the shape of a content, only that is told.

    Args:
        content: The content, as `filled` gives it.
        languages: Those of the glossary. parties: Those of the glossary.
        own_definitions: By party the hash of its present definition; "" for one that is given together with
            the proposal, and so has no hash yet.
        in_force: The level or outcome of each proposal of the entry that is in force, by its hash: where
            one of them says more than the content aims at, a reason is due.
        entry: The name of the entry.
    """
    found = shape_problems(content)
    if found:
        return found
    context = Context(tuple(languages), tuple(parties), own_definitions or {}, in_force or {}, entry)
    return [*wording_problems(content, context), *aim_problems(content, context)]


def homonyms(content: Content, terms_elsewhere: Mapping[tuple[str, str], str]) -> list[Problem]:
    """Terms that another entry has too: nothing forbids that, but its writer should know.

    `terms_elsewhere` has the names of entries by language and `dragoman.terms.keys.key_of` a term.
    """
    found = []
    for number, term in enumerate(content["terms"]):
        other = terms_elsewhere.get((term["language"], key_of(term["text"], term["language"])))
        if other is not None:
            what = _("The entry {entry} has {term}, too.")
            remedy = _("Join the two, or say in the scope notes which of them means what.")
            found.append(problem(f"terms[{number}].text", what, remedy, entry=other, term=term["text"]))
    return found


def heads(content: Content) -> dict[str, str]:
    """The first term in each language, a preferred one if there is any."""
    found: dict[str, str] = {}
    for wanted in (True, False):
        for term in content["terms"]:
            if (term["status"] == "preferred") is wanted and term["text"]:
                found.setdefault(term["language"], term["text"])
    return found


def _completed(content: Content) -> dict[str, Any]:
    """A content with the fields that are missing, also those of its terms."""
    whole = {**blank((), ()), **content}
    if isinstance(whole["terms"], list | tuple):
        whole["terms"] = [
            {**_NO_TERM, "transliterations": {}, **term} if isinstance(term, Mapping) else term
            for term in whole["terms"]
        ]
    return whole


def _clean(value: Any) -> Any:
    """A value in lists and dicts of its own, its texts in one form."""
    if isinstance(value, str):
        return normalise(value).text.strip()
    if isinstance(value, Mapping):
        return {name: _clean(item) for name, item in value.items()}
    return [_clean(item) for item in value]


def _one_line(term: Content) -> dict[str, Any]:
    said = {name: text for name, text in term["transliterations"].items() if text}
    return {**term, "text": " ".join(term["text"].split()), "transliterations": said}


def _says_something(term: Content) -> bool:
    """Whether it is more than an empty line of a form."""
    return bool(term["text"] or term["source"] or term["note"])


def _spelled(term: dict[str, Any], stale: Mapping[str, str]) -> dict[str, Any]:
    """A term with its transliterations, if its language has any.

    `stale` are spellings that were made for another term, and for which.
    """
    if term["language"] not in BY_CHARACTER or not term["text"]:
        return term
    kept = {
        name: said
        for name, said in term["transliterations"].items()
        if stale.get(said, term["text"]) == term["text"]
    }
    in_latin = kept.get("pinyin") or pinyin(term["text"], "marks")
    made = {"pinyin": in_latin, "palladius": palladius(in_latin)}
    return {**term, "transliterations": {**made, **kept}}


def _spellings(content: Content) -> Mapping[str, str]:
    """For which term each transliteration of a content was made."""
    whole = _completed(content)
    terms = [] if shape_problems(whole) else [_one_line(_clean(term)) for term in whole["terms"]]
    return {
        said: term["text"]
        for term in (_spelled({**term, "transliterations": {}}, {}) for term in terms)
        for said in term["transliterations"].values()
    }


def _once(items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each of some items once, in their order."""
    return [item for number, item in enumerate(items) if item not in items[:number]]
