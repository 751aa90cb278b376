"""A kind of event: what it means, and what its body must hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dragoman.marking import _
from dragoman.record.canonical import JSON
from dragoman.record.fields import FieldType


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event. `rule` checks what no field alone can say: None, or a template of what is wrong.

    `signed` kinds stand in the chains of parties that sign, the others in a workspace's own notes.
    """

    name: str
    meaning: str
    fields: Mapping[str, FieldType]
    rule: Callable[[Mapping[str, JSON]], str | None] = lambda _body: None
    signed: bool = False

    def fault(self, body: Mapping[str, JSON]) -> tuple[str, dict[str, object]] | None:
        """What is wrong with a body, as a template and its values; None if nothing is."""
        for name in sorted(self.fields.keys() ^ body.keys()):
            what = (
                _("The field {field!r} is missing.")
                if name in self.fields
                else _("There is no field {field!r}.")
            )
            return what, {"field": name}
        for name, expected in self.fields.items():
            if not expected.holds(body[name]):
                what = _("The field {field!r} does not hold what it must ({type}).")
                return what, {"field": name, "type": expected.name}
        wrong = self.rule(body)
        return (wrong, {}) if wrong else None
