"""What can be said of renderings and formulations beyond their figures, and how sure it is, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.concordance.renderings import Notice, Renderings, Silent
from dragoman.concordance.trends import History, Shift
from dragoman.languages.spacing import between_sentences
from dragoman.marking import _
from dragoman.web.locales import Locale
from dragoman.web.wording import Wording

# From this probability on chance is an answer to reckon with.
_LIKELY = 0.05

SILENCES: Mapping[str, str] = {
    "periods": _("Too few years have documents to say whether its use changed."),
    "counts": _("Too few documents use it, or are without it, to say whether its use changed."),
}
"""Why nothing can be said of changes."""


def of_renderings(found: Renderings, locale: Locale) -> list[str]:
    """A sentence for each notice, the surest first."""
    return [_noticed(each, locale) for each in found.notices]


def silences(found: Renderings, locale: Locale) -> list[str]:
    """A sentence for each body or two of which nothing can be said."""
    return [_silent(each, locale) for each in found.silent]


def of_history(found: History, locale: Locale) -> list[str]:
    """A sentence for each change of a formulation's use; else one that says why there is none."""
    gettext = locale.words.gettext
    if found.changes:
        return [_shifted(each, locale) for each in found.changes]
    if found.silence:
        return [gettext(SILENCES[found.silence])]
    return [gettext("Its use shows no change that chance would not explain as well.")]


def _noticed(notice: Notice, locale: Locale) -> str:
    wording, gettext = Wording(locale), locale.words.gettext
    if notice.kind == "changed":
        template = gettext(
            "{body} changed its rendering: {before} in {before_count} of {before_of} documents before "
            "{since}, {after} in {after_count} of {after_of} from then on."
        )
    else:
        template = gettext(
            "{body} and {other_body} differ: {before} in {before_count} of {before_of} documents of the one, "
            "{after} in {after_count} of {after_of} of the other."
        )
    what = template.format(
        body=_body(notice.body, wording, locale),
        other_body=_body(notice.other_body, wording, locale),
        before=wording.quoted(notice.before),
        after=wording.quoted(notice.after),
        before_count=wording.count(notice.before_count),
        before_of=wording.count(notice.before_of),
        after_count=wording.count(notice.after_count),
        after_of=wording.count(notice.after_of),
        since=wording.day(notice.since),
    )
    return _joined(
        locale, what, _when(notice.earliest, notice.latest, locale), _chance(notice.p_value, locale)
    )


def _silent(silent: Silent, locale: Locale) -> str:
    wording, ngettext = Wording(locale), locale.words.ngettext
    if silent.kind == "changed":
        template = ngettext(
            "{body}: {count} document is too few to say whether it changed its rendering.",
            "{body}: {count} documents are too few to say whether it changed its rendering.",
            silent.documents,
        )
    else:
        template = ngettext(
            "{body}, {other_body}: {count} document is too few to say whether they differ.",
            "{body}, {other_body}: {count} documents are too few to say whether they differ.",
            silent.documents,
        )
    return template.format(
        body=_body(silent.body, wording, locale),
        other_body=_body(silent.other_body, wording, locale),
        count=silent.documents,
    )


def _shifted(shift: Shift, locale: Locale) -> str:
    wording, gettext = Wording(locale), locale.words.gettext
    if shift.after.rate > shift.before.rate:
        template = gettext(
            "From {year} on it is used more: in {after} of the documents ({after_low} to {after_high}) "
            "instead of {before} ({before_low} to {before_high})."
        )
    else:
        template = gettext(
            "From {year} on it is used less: in {after} of the documents ({after_low} to {after_high}) "
            "instead of {before} ({before_low} to {before_high})."
        )
    what = template.format(
        year=wording.day(shift.year),
        before=wording.percentage(shift.before.rate),
        before_low=wording.percentage(shift.before.low),
        before_high=wording.percentage(shift.before.high),
        after=wording.percentage(shift.after.rate),
        after_low=wording.percentage(shift.after.low),
        after_high=wording.percentage(shift.after.high),
    )
    return _joined(locale, what, _when(shift.earliest, shift.latest, locale), _chance(shift.p_value, locale))


def _when(earliest: str, latest: str, locale: Locale) -> str:
    """Between which dates a change lies; "" where that is one date."""
    if earliest == latest:
        return ""
    wording = Wording(locale)
    template = locale.words.gettext(
        "The change lies between {earliest} and {latest} with a probability of 95%."
    )
    return template.format(earliest=wording.day(earliest), latest=wording.day(latest))


def _chance(p_value: float, locale: Locale) -> str:
    gettext = locale.words.gettext
    if p_value < _LIKELY:
        template = gettext("By chance alone this would be seen with a probability of {p}.")
    else:
        template = gettext("It may well be chance, which alone would show this with a probability of {p}.")
    return template.format(p=Wording(locale).chance(p_value))


def _joined(locale: Locale, *sentences: str) -> str:
    return between_sentences(locale.code).join(each for each in sentences if each)


def _body(name: str, wording: Wording, locale: Locale) -> str:
    return wording.for_reader(name) if name else locale.words.gettext("body not stated")
