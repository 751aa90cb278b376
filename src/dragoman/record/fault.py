"""What is wrong with an event of the record, for people to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dragoman.record.events import Event


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one event.

    `what` is a template and `values` what it is filled with, so that it can be translated first. `party`,
    `sequence` and `event` (its hash) say which event it is: "", 0 and "" where what stands there is none.
    """

    what: str
    values: Mapping[str, object] = field(default_factory=dict)
    party: str = ""
    sequence: int = 0
    event: str = ""

    def message(self, translate: Callable[[str], str] | None = None) -> str:
        """The whole sentence, given to `translate` before it is filled in."""
        return (translate(self.what) if translate else self.what).format(**self.values)


def fault_of(event: Event, what: str, /, **values: object) -> Fault:
    """What is wrong with an event."""
    return Fault(what, values, event.party, event.sequence, event.hash)
