"""How long one file may take: a fault that never ends costs that file, and no other."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Any

TIME_LIMIT = 600
"""Seconds. A scan of a hundred pages takes some minutes; what is no scan takes a few seconds at most."""


class OutOfTimeError(BaseException):
    """Time is up. No `Exception`: what a reader catches so as to go on with the file must not catch this."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises `OutOfTimeError` in the block once so many seconds of the clock have gone; 0 sets no limit.

    It is the system's alarm that ends a search in the middle, too. Where there is none (Windows, a thread that is not
    the main one), nothing is limited.
    """
    if not seconds or not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return

    def stop(*_: Any) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
