"""How many threads products of matrices use.

NumPy's OpenBLAS starts one thread a core. The products here are too small for that: its threads mostly wait
for each other, and on a machine that has other work too a call takes many times as long (`bench/encoder.py`
measures it). Dragoman works on several documents at once in processes instead. For a whole process the
environment variable OPENBLAS_NUM_THREADS=1 does the same, if it is set before NumPy is imported.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it ships no types


def one_blas_thread() -> AbstractContextManager[object]:
    """A context in which products of matrices in this process use one thread; after it as many as before.

    Giving threads back takes milliseconds: around many small calls, enter it once.
    """
    limit: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limit


@cache
def _controller() -> ThreadpoolController:
    """The libraries with threads that are loaded. Looked for once: NumPy has brought the one that matters."""
    return ThreadpoolController()
