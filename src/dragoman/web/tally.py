"""How many entries of a glossary stand where, in words; and which entries a term or a date leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.glossary.entry import level_order
from dragoman.web.agreed import Badge, Text, badge, texts, title_of
from dragoman.web.locales import Locale
from dragoman.web.wording import Wording
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import EntryLine, GlossaryView


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry as other pages name it: its address after the language, its terms, the level, when it was
    changed, the glossary that it stands in."""

    path: str
    heads: tuple[Text, ...]
    badge: Badge
    changed: str
    glossary: Text


def answer(found: GlossaryView, locale: Locale) -> str:
    """The first line: how many entries there are, and at which levels."""
    ngettext, wording = locale.words.ngettext, Wording(locale)
    counts = found.counts
    template = ngettext("{count} entry", "{count} entries", counts.entries)
    head = template.format(count=wording.count(counts.entries))
    if not counts.entries:
        return locale.words.gettext("{entries}.").format(entries=head)
    said = [counted(level, counts.levels[level], locale) for level in levels_in_order(counts.levels)]
    template = locale.words.gettext("{entries}: {levels}.")
    return template.format(entries=head, levels=locale.words.gettext(", ").join(said))


def counted(level: str, count: int, locale: Locale) -> str:
    """How many entries have a level, in words: "3 joint"."""
    gettext = locale.words.gettext
    templates = {
        "proposed": gettext("{count} proposed"),
        "parallel": gettext("{count} parallel"),
        "equivalent": gettext("{count} equivalent"),
        "joint": gettext("{count} joint"),
        "instrument": gettext("{count} fixed in an instrument"),
        "contested": gettext("{count} contested"),
        "deferred": gettext("{count} deferred"),
        "withdrawn": gettext("{count} withdrawn"),
        "superseded": gettext("{count} superseded"),
    }
    return templates[level].format(count=Wording(locale).count(count))


def levels_in_order(levels: Mapping[str, int]) -> list[str]:
    """The levels that entries have, in the order of lists."""
    return sorted((level for level, count in levels.items() if count), key=level_order)


def with_term(workspace: Workspace, term: str, locale: Locale) -> list[Mention]:
    """The entries of all glossaries that have a term."""
    return [
        _mention(line, glossary, locale)
        for glossary in workspace.glossaries.list()
        for line in workspace.glossaries.entries(glossary.id, query=term)
    ]


def lately(workspace: Workspace, glossary: GlossaryView, locale: Locale, most: int) -> list[Mention]:
    """The entries of a glossary that were changed last."""
    lines = sorted(workspace.glossaries.entries(glossary.id), key=lambda line: line.changed, reverse=True)
    return [_mention(line, glossary, locale) for line in lines[:most]]


def _mention(line: EntryLine, glossary: GlossaryView, locale: Locale) -> Mention:
    return Mention(
        f"/glossary/{glossary.id}/{line.id}",
        tuple(texts(line.heads, locale)) or (Text("", line.id),),
        badge(line.level, locale),
        line.changed,
        title_of(glossary.titles, locale, glossary.id),
    )
