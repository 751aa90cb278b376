"""The words of one language in the collection, from the table `word`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, text

from dragoman.errors import InputError
from dragoman.workspace.rowwise import packed, rows_of

# Words that a star may stand for at once, and occurrences of words with one beginning, so that a query
# takes no longer than others.
MOST_WORDS, MOST_OCCURRENCES = 200, 500_000

_AFTER_ALL = "\U0010ffff"


class Words:
    """Looks words up; holds for one transaction."""

    def __init__(self, connection: Connection, language: str) -> None:
        self._connection = connection
        self._language = language

    def fitting(self, pattern: str) -> tuple[str, ...]:
        """See `concordance.wanted.Vocabulary`."""
        prefix = pattern.partition("*")[0]
        statement = (
            "SELECT form, sum(count) FROM word WHERE language = :language AND form >= :low AND form < :high "
            "AND form LIKE :pattern GROUP BY form ORDER BY sum(count) DESC, form LIMIT :limit"
        )
        values = {
            "language": self._language,
            "low": prefix,
            "high": prefix + _AFTER_ALL,
            "pattern": pattern.replace("*", "%"),
            "limit": MOST_WORDS + 1,
        }
        found = self._connection.execute(text(statement), values).all()
        if len(found) > MOST_WORDS or sum(row[1] for row in found) > MOST_OCCURRENCES:
            raise InputError(
                "Too many words fit {pattern}.", remedy="Write more letters of it.", pattern=pattern
            )
        return tuple(row[0] for row in found)

    def check_prefix(self, prefix: str) -> None:
        """See `concordance.wanted.Vocabulary`."""
        statement = "SELECT sum(count) FROM word WHERE language = :language AND form >= :low AND form < :high"
        values = {"language": self._language, "low": prefix, "high": prefix + _AFTER_ALL}
        if (self._connection.scalar(text(statement), values) or 0) > MOST_OCCURRENCES:
            raise InputError(
                "Too many words begin with {beginning}.",
                remedy="Write more letters of it.",
                beginning=prefix,
            )

    def counts(self, forms: Iterable[str]) -> Mapping[str, int]:
        """How often each of these forms occurs, of those that do."""
        given = rows_of(self._connection, "given", form=str)
        statement = (
            "SELECT form, sum(count) FROM word WHERE language = :language "
            f"AND form IN (SELECT form FROM {given}) GROUP BY form"
        )
        rows = packed((form,) for form in sorted(forms))
        found = self._connection.execute(text(statement), {"language": self._language, "rows": rows})
        return {row[0]: int(row[1]) for row in found}

    def lemma_counts(self, lemmas: Iterable[str]) -> Mapping[str, int]:
        """How often words with each of these lemmas occur, of those that do."""
        given = rows_of(self._connection, "given", lemma=str)
        statement = (
            "SELECT lemma, sum(count) FROM word WHERE language = :language "
            f"AND lemma IN (SELECT lemma FROM {given}) GROUP BY lemma"
        )
        rows = packed((lemma,) for lemma in sorted(lemmas))
        found = self._connection.execute(text(statement), {"language": self._language, "rows": rows})
        return {row[0]: int(row[1]) for row in found}

    def known(self, words: Iterable[str]) -> Mapping[str, int]:
        """How often each of these occurs, as a form or as the lemma of others."""
        wanted = set(words)
        found = dict(self.counts(wanted))
        for lemma, count in self.lemma_counts(wanted).items():
            found[lemma] = max(count, found.get(lemma, 0))
        return found

    def beginning(self, prefix: str) -> Mapping[str, int]:
        """The forms that begin so, with how often each occurs."""
        statement = (
            "SELECT form, sum(count) FROM word WHERE language = :language AND form >= :low AND form < :high "
            "GROUP BY form"
        )
        values = {"language": self._language, "low": prefix, "high": prefix + _AFTER_ALL}
        return {row[0]: int(row[1]) for row in self._connection.execute(text(statement), values)}

    def total(self) -> int:
        """How many words all sentences of the language hold together."""
        statement = "SELECT sum(count) FROM word WHERE language = :language"
        return int(self._connection.scalar(text(statement), {"language": self._language}) or 0)
