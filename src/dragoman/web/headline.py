"""The first line of a page: its answer in a sentence, made of the same figures as the page."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.concordance.heat import NAMES
from dragoman.concordance.model import Concordance, Year
from dragoman.concordance.trends import History, Period
from dragoman.terms.model import Term
from dragoman.web.locales import Locale
from dragoman.web.wording import Wording

# The grade from which on a formulation is in much use.
_HOT = 3


def of_concordance(found: Concordance, locale: Locale) -> str:
    """How many lines answer, where and when: "214 lines in 31 documents, 2014–2024"."""
    wording, gettext, ngettext = Wording(locale), locale.words.gettext, locale.words.ngettext
    if not found.total:
        return gettext("no line answers")
    lines = ngettext("{count} line", "{count} lines", found.total).format(count=wording.count(found.total))
    if found.at_least:
        lines = gettext("at least {lines}").format(lines=lines)
    said = ngettext("{lines} in {count} document", "{lines} in {count} documents", found.documents)
    answer = said.format(lines=lines, count=wording.count(found.documents))
    span = wording.span(years_with_hits(found.years))
    return gettext("{answer}, {years}").format(answer=answer, years=span) if span else answer


def not_yet_said(found: Concordance) -> list[str]:
    """Suggestions besides what was read instead of the query."""
    said = {reading.said for reading in found.readings if reading.manner == "corrected"}
    return [each for each in found.suggestions if each not in said]


def of_year(year: Year, locale: Locale) -> str:
    """What a bar says: hits, documents, and the rate with its interval."""
    wording, gettext, ngettext = Wording(locale), locale.words.gettext, locale.words.ngettext
    lines = ngettext("{count} line", "{count} lines", year.hits).format(count=wording.count(year.hits))
    return gettext(
        "{year}: {lines}, {documents} of {of} documents, {rate} in 1,000 sentences ({low}–{high})"
    ).format(
        year=year.year or gettext("undated"),
        lines=lines,
        documents=wording.count(year.documents),
        of=wording.count(year.of_documents),
        rate=wording.decimal(year.rate),
        low=wording.decimal(year.low),
        high=wording.decimal(year.high),
    )


def years_with_hits(years: Sequence[Year]) -> tuple[str, str]:
    """The first and the last dated year in which something was found, "" and "" without any."""
    dated = sorted(each.year for each in years if each.year and each.hits)
    return (dated[0], dated[-1]) if dated else ("", "")


def of_term(term: Term, locale: Locale) -> str:
    """How often a term is used, in how many documents, from when to when."""
    wording, gettext, ngettext = Wording(locale), locale.words.gettext, locale.words.ngettext
    used = ngettext("{count} use", "{count} uses", term.count).format(count=wording.count(term.count))
    said = ngettext("{uses} in {count} document", "{uses} in {count} documents", term.documents)
    answer = said.format(uses=used, count=wording.count(term.documents))
    span = wording.span((term.first[:4], term.last[:4]))
    return gettext("{answer}, {years}").format(answer=answer, years=span) if span else answer


def of_formulations(found: Sequence[History], locale: Locale) -> str:
    """How many formulations there are, and how many of them are in much use now."""
    ngettext, count = locale.words.ngettext, Wording(locale).count
    hot = sum(each.heat >= _HOT for each in found)
    said = ngettext("{count} formulation", "{count} formulations", len(found)).format(count=count(len(found)))
    now = ngettext(
        "{count} of them is hot or more in the last period.",
        "{count} of them are hot or more in the last period.",
        hot,
    )
    return locale.words.gettext("{formulations}; {now}").format(
        formulations=said, now=now.format(count=count(hot))
    )


def of_history(found: History, locale: Locale) -> str:
    """In how many documents a formulation is used, and from when to when."""
    wording, gettext, ngettext = Wording(locale), locale.words.gettext, locale.words.ngettext
    if not found.documents:
        return gettext("not used in these documents")
    said = ngettext("in {count} of {of} document", "in {count} of {of} documents", found.of_documents)
    answer = said.format(count=wording.count(found.documents), of=wording.count(found.of_documents))
    if found.first is None or found.last is None:
        return answer
    span = wording.span((found.first.date[:4], found.last.date[:4]))
    return gettext("{answer}, {years}").format(answer=answer, years=span)


def period_name(period: Period) -> str:
    """A year or a month as it is, several as from the first to the last."""
    return period.year if period.year == period.until else f"{period.year}–{period.until}"


def of_period(period: Period, locale: Locale) -> str:
    """What a bar or a cell says: documents of how many, the share with its interval, the grade of heat."""
    wording, gettext, ngettext = Wording(locale), locale.words.gettext, locale.words.ngettext
    name = period_name(period)
    if not period.of:
        return gettext("{period}: no documents").format(period=name)
    return ngettext(
        "{period}: {count} of {of} document, {share} ({low} to {high}), {heat}",
        "{period}: {count} of {of} documents, {share} ({low} to {high}), {heat}",
        period.of,
    ).format(
        period=name,
        count=wording.count(period.documents),
        of=wording.count(period.of),
        share=wording.percentage(period.share),
        low=wording.percentage(period.low),
        high=wording.percentage(period.high),
        heat=gettext(NAMES[period.heat]),
    )
