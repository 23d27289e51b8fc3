"""Runs the work of a screen at once, on the thread of the test: pages are then tried with real sessions."""

from collections.abc import Callable
from typing import Any

from visitapp.errors import VisitAppError


def at_once(
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[VisitAppError], None] | None = None,
    *,
    owner: Any = None,
    first: bool = False,
) -> None:
    """The shape of `Background.run`."""
    try:
        result = work()
    except VisitAppError as error:
        if failed is None:
            raise
        failed(error)
        return
    done(result)
