"""The list of families and finding one by a few letters; beginning one, bringing one in. No Qt."""

from pathlib import Path
from typing import Protocol

from visitapp.actions.cases import CaseLine, begin_case, cases, import_case
from visitapp.actions.session import Session
from visitapp.errors import FileRefused, VisitAppError
from visitapp.ui.cases.form import FamilyForm, Wrong, check, children, others
from visitapp.ui.kit.reading import vocabulary
from visitapp.ui.run import Run, why
from visitapp.words import Say, Text


def matching(lines: tuple[CaseLine, ...], typed: str) -> tuple[CaseLine, ...]:
    """The families that hold every typed word in their title, number or children's names."""
    words = typed.casefold().split()
    return tuple(
        line
        for line in lines
        if all(word in " ".join((line.title, line.reference, *line.children)).casefold() for word in words)
    )


class CasesView(Protocol):
    """The list's page."""

    def show_cases(self, lines: tuple[CaseLine, ...], *, typed: bool) -> None:
        """These families; `typed`: after a search among them."""

    def show_failure(self, words: str) -> None:
        """Why it could not be shown."""


class CasesPresenter:
    """Holds the families and what was typed to find one."""

    def __init__(self, say: Say, run: Run, session: Session, view: CasesView) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._lines: tuple[CaseLine, ...] = ()
        self._typed = ""

    def load(self) -> None:
        """Read them again."""
        self._run(lambda: cases(self._session), self._came, self._failed, owner=self._view)

    def find(self, typed: str) -> None:
        """Show those that match."""
        self._typed = typed
        self._show()

    def first(self) -> str:
        """The stream of the first one shown; "" when there is none."""
        found = matching(self._lines, self._typed)
        return found[0].stream if found else ""

    def _came(self, lines: tuple[CaseLine, ...]) -> None:
        self._lines = lines
        self._view.show_failure("")
        self._show()

    def _show(self) -> None:
        self._view.show_cases(matching(self._lines, self._typed), typed=bool(self._typed.strip()))

    def _failed(self, error: VisitAppError) -> None:
        self._view.show_failure(self._say(why(error)))


class FamilyView(Protocol):
    """The page of a new family."""

    def show_wrong(self, wrong: tuple[Wrong, ...]) -> None:
        """What has to be put right; nothing clears it."""

    def show_busy(self, busy: bool) -> None:
        """While it is being signed."""

    def show_failure(self, words: str) -> None:
        """Why it could not be begun."""

    def show_begun(self, stream: str) -> None:
        """It is there."""


class FamilyPresenter:
    """Begins a family once, when nothing is wrong with the form."""

    def __init__(self, say: Say, run: Run, session: Session, view: FamilyView) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._busy = False

    def begin(self, form: FamilyForm) -> None:
        """Check the form, then sign the family. Pressed twice, it begins one."""
        if self._busy:
            return
        self._set_busy(True)
        self._run(lambda: self._work(form), self._done, self._failed, owner=self._view)

    def _work(self, form: FamilyForm) -> str | tuple[Wrong, ...]:
        session, days = self._session, vocabulary(self._say)
        today = session.today()
        wrong = check(form, cases(session), today, days)
        if wrong:
            return wrong
        made = children(form, session.new_id, today, days)
        more = others(form, made, session.new_id, today)
        return begin_case(session, form.reference.strip(), form.title.strip(), made, more)

    def _done(self, found: str | tuple[Wrong, ...]) -> None:
        self._set_busy(False)
        self._view.show_failure("")
        if isinstance(found, str):
            self._view.show_wrong(())
            self._view.show_begun(found)
        else:
            self._view.show_wrong(found)

    def _failed(self, error: VisitAppError) -> None:
        self._set_busy(False)
        self._view.show_failure(self._say(why(error)))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)


class BringView(Protocol):
    """The page that brings a case file in."""

    def show_busy(self, file: str) -> None:
        """While a file is read; "" when that is over."""

    def show_problems(self, problems: tuple[str, ...]) -> None:
        """Everything that is wrong with the file; nothing clears it."""

    def show_brought(self, stream: str) -> None:
        """It is there."""


class BringPresenter:
    """Takes one file in at a time, wholly or not at all."""

    def __init__(self, say: Say, run: Run, session: Session, view: BringView) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._busy = False

    def take(self, path: Path) -> None:
        """Read the file and sign what it says."""
        if self._busy:
            return
        self._busy = True
        self._view.show_problems(())
        self._view.show_busy(path.name)
        self._run(lambda: import_case(self._session, path), self._done, self._failed, owner=self._view)

    def _done(self, stream: str) -> None:
        self._over()
        self._view.show_brought(stream)

    def _failed(self, error: VisitAppError) -> None:
        self._over()
        found: tuple[Text, ...] = (why(error),)
        if isinstance(error, FileRefused):
            found = error.named.get("problems") or found
        self._view.show_problems(tuple(self._say(one) for one in found))

    def _over(self) -> None:
        self._busy = False
        self._view.show_busy("")
