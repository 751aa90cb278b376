"""Sentences that are said later, in whatever language the reader has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _(sentence: str) -> str:
    """The sentence itself: the name marks it for the catalogues, and who shows it has it translated."""
    return sentence


Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is remarked, in words.

    `template`, marked with `_`, is filled with `words`, words and figures of the texts as they are, and with
    `names`, marked phrases that are translated first.
    """

    template: str
    words: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def said(self, translate: Translate = str) -> str:
        """The reason in a language of the interface."""
        return translate(self.template).format(
            **self.words, **{key: translate(name) for key, name in self.names.items()}
        )
