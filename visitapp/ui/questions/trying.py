"""Trying a question on the past: how often it would have come up here, with the families and days. No Qt.

Slice after slice on the vault's thread; what else the laptop has to do comes between.
"""

from collections.abc import Callable
from typing import Protocol

from visitapp.actions.dry_run import DAYS, CameUp, DryRun, Progress
from visitapp.actions.session import Session
from visitapp.domain.checklist import OwnQuestion
from visitapp.errors import VisitAppError
from visitapp.questions.bankfile import Flaw
from visitapp.ui.kit.rowof import RowOf
from visitapp.ui.run import Run, why
from visitapp.words import Names, Say


class TryView(Protocol):
    """Where it is shown."""

    def show_trying(self, words: str, rows: tuple[RowOf, ...], *, busy: bool) -> None:
        """How far it is, or what it came to."""


class Trying:
    """One try at a time; a new one, or `stop`, ends the one before."""

    def __init__(self, say: Say, run: Run, session: Session, view: TryView) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._number = 0

    def start(self, read: Callable[[], OwnQuestion]) -> None:
        """Try the question that stands there now."""
        self._number += 1
        number, own = self._number, read()
        self._view.show_trying(self._say("trying.begins"), (), busy=True)

        def begin() -> DryRun | None:
            try:
                return DryRun(self._session, own)
            except Flaw:
                return None

        def begun(dry: DryRun | None) -> None:
            if dry is None:
                self._view.show_trying(self._say("trying.wrong"), (), busy=False)
            else:
                self._go_on(number, dry)

        self._run(begin, begun, self._failed, owner=self._view)

    def stop(self) -> None:
        """No more of it; what was found so far stays there."""
        self._number += 1
        self._view.show_trying(self._say("trying.stopped"), (), busy=False)

    def _go_on(self, number: int, dry: DryRun) -> None:
        def came(progress: Progress) -> None:
            if number != self._number:
                return
            self._show(progress)
            if not progress.over:
                self._go_on(number, dry)

        if number == self._number:
            self._run(dry.go_on, came, self._failed, owner=self._view)

    def _show(self, progress: Progress) -> None:
        if not progress.over:
            words = self._say("trying.progress", done=progress.done, n=progress.cases, times=len(progress.found))
            self._view.show_trying(words, (), busy=True)
            return
        newest = sorted(progress.found, key=lambda one: one.on, reverse=True)
        rows = tuple(RowOf(f"{one.stream}/{one.contact}", one.title, self._lines(one)) for one in newest)
        id_ = "trying.times" if rows else "trying.never"
        self._view.show_trying(self._say(id_, n=len(rows), days=DAYS, cases=progress.cases), rows, busy=False)

    def _lines(self, one: CameUp) -> tuple[str, ...]:
        on = self._say("trying.on", day=one.on)
        return (on, self._say("trying.about", children=Names(one.children))) if one.children else (on,)

    def _failed(self, error: VisitAppError) -> None:
        self._number += 1
        self._view.show_trying(self._say(why(error)), (), busy=False)
