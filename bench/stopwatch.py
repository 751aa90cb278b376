"""CPU time stage by stage, by timing the functions that do the stages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any
from unittest.mock import patch


class Stopwatch:
    """Seconds by stage. What a stage calls that belongs to another stage counts there alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner: list[float] = []

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function that does what the given one does, its time counted under the stage."""
        self.seconds.setdefault(stage, 0.0)

        @wraps(function)
        def call(*arguments: Any, **options: Any) -> Any:
            self._inner.append(0.0)
            begun = time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                taken = time.process_time() - begun
                self.seconds[stage] += taken - self._inner.pop()
                if self._inner:
                    self._inner[-1] += taken

        return call

    @contextmanager
    def on(self, stages: Mapping[str, str]) -> Iterator[None]:
        """Time functions, given by their dotted names with their stages, inside a `with` block."""
        with ExitStack() as stack:
            for name, stage in stages.items():
                place, _, last = name.rpartition(".")
                original = _found(place, last)
                stack.enter_context(patch(name, self.timed(stage, original)))
            yield


def _found(place: str, name: str) -> Callable[..., Any]:
    patcher = patch(f"{place}.{name}")
    target = patcher.getter()
    function: Callable[..., Any] = getattr(target, name)
    return function
