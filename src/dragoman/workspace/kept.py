"""What was made lately, kept while nothing that it is made of has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Keeps the values asked for last, up to so many; may be shared by threads if nobody changes a value."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._found: OrderedDict[Key, tuple[object, Value]] = OrderedDict()

    def of(self, key: Key, stamp: object, make: Callable[[], Value]) -> Value:
        """The value of a key, made anew unless one is kept that was made with an equal stamp."""
        with self._lock:
            kept = self._found.get(key)
            if kept is not None and kept[0] == stamp:
                self._found.move_to_end(key)
                return kept[1]
        # Made without the lock, so that others need not wait: two may make the same.
        value = make()
        with self._lock:
            self._found[key] = stamp, value
            self._found.move_to_end(key)
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return value
