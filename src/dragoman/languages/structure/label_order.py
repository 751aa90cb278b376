"""What labels are in the light of their neighbours: "(i)" after "(h)" is a letter, after "(a)" a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dragoman.languages.structure.labels import Label

_LAST_LEVEL = re.compile(r"(?P<number>\d+)\Z|(?P<letter>(?<![^\W\d_])[a-y])\Z")


def settle(labels: Sequence[Label | None], is_heading: Callable[[int], bool]) -> list[Label | None]:
    """The labels of a text's blocks, in order, each in its one likely reading; no label for None.

    Doubtful ones stay if they open a series, go on with one, or letter a heading. `is_heading`
    tells of an index whether the block looks like a heading.
    """
    upcoming = _upcoming(labels)
    last: dict[str, str] = {}
    settled: list[Label | None] = []
    for index, label in enumerate(labels):
        if label is None:
            settled.append(None)
            continue
        before = last.get(label.style, "")
        text = _reading(label, before, upcoming[index])
        in_order = _opens(text, label.style) or text == following(before)
        if label.doubtful and not in_order and not (label.style == ".A" and is_heading(index)):
            settled.append(None)
            continue
        last[label.style] = text
        settled.append(label._replace(text=text))
    return settled


def _upcoming(labels: Sequence[Label | None]) -> list[Label | None]:
    """For each label the next one of its style."""
    nearest: dict[str, Label] = {}
    found: list[Label | None] = []
    for label in reversed(labels):
        found.append(nearest.get(label.style) if label else None)
        if label:
            nearest[label.style] = label
    return found[::-1]


def _reading(label: Label, before: str, after: Label | None) -> str:
    """The reading that the next label of the same style follows, or else that follows the last."""
    if not label.other:
        return label.text
    later = {after.text, after.other} if after else set()
    if following(label.text) in later:
        return label.text
    if following(label.other) in later:
        return label.other
    return label.other if label.other == following(before) else label.text


def _opens(text: str, style: str) -> bool:
    """Whether a series begins with this label. "А. Иванов" is too common to open one."""
    return re.search(r"(?:\A| )1\Z", text) is not None or (text == "a" and style != ".A")


def following(label: str) -> str:
    """The label after this one ("b", "5.3", "article 6"), or "" where none is."""
    last = _LAST_LEVEL.search(label)
    if last is None:
        return ""
    raised = str(int(last["number"]) + 1) if last["number"] else chr(ord(last["letter"]) + 1)
    return label[: last.start()] + raised
