"""The list of questions and its history: shown, looked through, answered for. No Qt."""

from collections.abc import Callable
from typing import Protocol

from visitapp.actions import checklist as verbs
from visitapp.actions.checklist import ChecklistView
from visitapp.actions.session import Session
from visitapp.domain.checklist import Changes
from visitapp.errors import VisitAppError
from visitapp.ui.questions.words import ListWords, history, words
from visitapp.ui.run import Run, why
from visitapp.words import Say


class ListView(Protocol):
    """The page of the list."""

    def show_list(self, found: ListWords, *, typed: bool) -> None: ...

    def show_failure(self, words: str) -> None: ...


class ChecklistPresenter:
    """All questions, or those looked for."""

    def __init__(self, say: Say, run: Run, session: Session, view: ListView) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._found: ChecklistView | None = None
        self._looking = ""

    def load(self) -> None:
        """Show how the list stands now."""

        def came(found: ChecklistView) -> None:
            self._found = found
            self._view.show_list(words(self._say, found, self._looking), typed=False)

        self._run(lambda: verbs.checklist(self._session), came, self._failed, owner=self._view)

    def look_for(self, looking: str) -> None:
        """With every letter."""
        self._looking = looking
        if self._found is not None:
            self._view.show_list(words(self._say, self._found, looking), typed=True)

    def own(self, question: str) -> bool:
        """Whether a question is one of the organisation's own."""
        rows = self._found.rows if self._found else ()
        return any(one.own is not None for one in rows if one.question.id == question)

    def _failed(self, error: VisitAppError) -> None:
        self._view.show_failure(self._say(why(error)))


class HistoryView(Protocol):
    """The page of the versions."""

    def show_history(self, rows: tuple[tuple[str, ...], ...], *, apart: bool) -> None: ...

    def show_failure(self, words: str) -> None: ...


class HistoryPresenter:
    """Who changed the list, when and why; two versions made apart are answered for here."""

    def __init__(self, say: Say, run: Run, session: Session, view: HistoryView, signed: Callable[[], None]) -> None:
        self._say, self._run, self._session, self._view, self._signed = say, run, session, view, signed

    def load(self) -> None:
        """Show the versions."""

        def came(found: ChecklistView) -> None:
            self._view.show_history(history(self._say, found.versions), apart=bool(found.apart))

        self._run(lambda: verbs.checklist(self._session), came, self._failed, owner=self._view)

    def answer(self, reason: str) -> None:
        """Sign what both come to together, in the place of both."""

        def came(_version: str) -> None:
            self._signed()
            self.load()

        self._run(lambda: verbs.change(self._session, _as_it_is, reason), came, self._failed, owner=self._view)

    def _failed(self, error: VisitAppError) -> None:
        self._view.show_failure(self._say(why(error)))


def _as_it_is(changes: Changes) -> Changes:
    return changes
