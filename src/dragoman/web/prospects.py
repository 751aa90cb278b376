"""What follows from a proposal, or would follow if more parties accepted it: in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.glossary.entry import falls
from dragoman.marking import _
from dragoman.web.agreed import Names, badge, listed
from dragoman.web.locales import Locale
from dragoman.workspace.agreedmodel import EntryView, ProposalView

_REACHED = _("{parties} accept exactly this content: among them the entry is “{level}”.")
_PAST = {
    "replaced": _("Every party accepted it once; another proposal has taken its place since."),
    "ended": _(
        "Every party accepted it once; one has taken its acceptance back since, so it holds no longer."
    ),
    "withdrawn": _("Who proposed it has taken it back, so it cannot be accepted any more."),
}


@dataclass(frozen=True, slots=True)
class Prospect:
    """A sentence on what follows; `warns` where parties would give up something that they agreed on."""

    sentence: str
    warns: bool = False


def prospects(view: ProposalView, entry: EntryView, names: Names, locale: Locale) -> list[Prospect]:
    """What follows from a proposal as things stand."""
    gettext = locale.words.gettext
    if view.state in _PAST:
        return [Prospect(gettext(_PAST[view.state]))]
    level = badge(view.aim, locale).title
    everybody = _names(view.parties, names, locale)
    if view.state == "agreed":
        return [Prospect(gettext(_REACHED).format(parties=everybody, level=level))]
    missing = _names(view.missing, names, locale)
    template = locale.words.ngettext(
        "If {missing} accepts too, the entry is “{level}” among {parties}.",
        "If {missing} accept too, the entry is “{level}” among {parties}.",
        len(view.missing),
    )
    found = [Prospect(template.format(missing=missing, level=level, parties=everybody))]
    for one in view.refusals:
        said = gettext("{party} does not accept it. As long as that stands, nothing follows from it.")
        found.append(Prospect(said.format(party=names.name(one.party))))
    return [*found, *_instead(view, entry, locale)]


def _instead(view: ProposalView, entry: EntryView, locale: Locale) -> Iterator[Prospect]:
    """What would become of proposals that hold now."""
    gettext = locale.words.gettext
    for one in entry.proposals:
        if one.state != "agreed" or one.hash == view.hash:
            continue
        words = {
            "number": one.number,
            "before": badge(one.aim, locale).title,
            "after": badge(view.aim, locale).title,
        }
        if one.hash in view.content["replaces"]:
            if falls(one.aim, view.aim):
                said = gettext(
                    "Mind: “{before}” (proposal {number}) would become “{after}”. "
                    "The parties would give up something that they agreed on."
                )
                yield Prospect(said.format(**words), warns=True)
            else:
                said = gettext("It would take the place of proposal {number} (“{before}”).")
                yield Prospect(said.format(**words))
        elif set(one.parties) <= set(view.parties):
            said = gettext(
                "Mind: proposal {number} (“{before}”) holds now and is not replaced by this one. "
                "Both would hold beside each other."
            )
            yield Prospect(said.format(**words), warns=True)


def _names(parties: Sequence[str], names: Names, locale: Locale) -> str:
    return listed([named.name for named in names.in_order(parties)], locale)
