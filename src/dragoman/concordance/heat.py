"""Six grades of how much a formulation is in use, 0 to 5.

Two questions make the grade. How much is it there: in the documents of the period, not at all (0), in under
1 of 20 (1), in under 1 of 5 (2), in under a half (3), in a half or more (4). Is that more than it used to be:
one grade more where the share is above that of all earlier periods by more than chance, one less where it is
below (Fisher's exact test, 2.5 % on either side), but never less than 1 where it is used. So 5 is for a
formulation that stands in half of the documents or more and did not before; one that always stood everywhere
stays at 4, and one that stays for long comes down from 5 to 4, as its own past rises.

Six grades are those of the China Media Project, founded by Qian Gang: 沸 烫 热 暖 温 冷 ("China Discourse
Report", from 2016; chinamediaproject.org). Theirs rest on the share of one newspaper's articles in a year
and on that newspaper's history; here collections differ, from a speech a year to thousands of items, so
the share is of documents, its thresholds are round, and the history is the formulation's own.

A grade is a way to read a table and no test: of many formulations some are a grade higher by chance. Whether
something changed is for `signals.changes` to say.
"""

from __future__ import annotations

from dragoman.marking import _
from dragoman.signals.fisher import tails

PRESENCE = (0.05, 0.2, 0.5)
"""Shares of documents from which on a used formulation has the grade 2, 3 and 4."""
LEVEL = 0.05
NAMES = (_("cold"), _("tepid"), _("warm"), _("hot"), _("scorching"), _("boiling"))


def heat(documents: int, of: int, earlier: int, earlier_of: int) -> int:
    """The grade of a period: `documents` of `of` use it, and of all documents before it `earlier`."""
    if not documents:
        return 0
    share = documents / of
    grade = 1 + sum(share >= threshold for threshold in PRESENCE)
    if earlier_of:
        low, high = tails(documents, of, earlier, earlier_of)
        grade += (high <= LEVEL / 2) - (low <= LEVEL / 2)
    return max(1, grade)
