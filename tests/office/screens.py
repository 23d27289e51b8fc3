"""Runs the work of a screen at once, on the thread of the test: pages are then tried with real sessions."""

from collections.abc import Callable
from typing import Any, TypeVar

from pytestqt.qtbot import QtBot

from visitapp.errors import VisitAppError
from visitapp.ui.kit.page import Page

P = TypeVar("P", bound=Page)


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


def shown(qtbot: QtBot, page: P) -> P:
    """Show a page as the shell does, and leave it so at the end of the test: saved, before the office closes."""
    qtbot.addWidget(page, before_close_func=lambda left: left.must_save.emit())
    page.resize(1134, 700)
    page.show()
    page.arrived.emit()
    return page
