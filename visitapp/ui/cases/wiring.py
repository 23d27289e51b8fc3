"""The pages of the list of families, put together."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from visitapp.actions.session import Session
from visitapp.actions.unsent import Unsent
from visitapp.ui.cases.bring import BringPage
from visitapp.ui.cases.newfamily import NewFamilyPage
from visitapp.ui.cases.page import CasesPage
from visitapp.ui.cases.presenter import BringPresenter, CasesPresenter, FamilyPresenter
from visitapp.ui.keeper import Keeper
from visitapp.ui.kit.problems import ask_for_case_file
from visitapp.ui.run import Run
from visitapp.words import Say


def cases_page(say: Say, run: Run, session: Session) -> CasesPage:
    """The list. `case_opened`, `family_wanted` and `file_wanted` lead elsewhere."""
    page = CasesPage(say)
    presenter = CasesPresenter(say, run, session, page)

    def open_first() -> None:
        if first := presenter.first():
            page.case_opened.emit(first)

    page.arrived.connect(lambda: presenter.load())
    page.find_edited.connect(lambda words: presenter.find(words))
    page.find_entered.connect(open_first)
    return page


def new_family_page(say: Say, run: Run, session: Session) -> NewFamilyPage:
    """A new family by hand. What is typed is kept until it is begun. `begun` carries the stream."""
    page = NewFamilyPage(say)
    presenter = FamilyPresenter(say, run, session, page)
    keeper = Keeper(say, page, run, session, "family", page.values)

    def put_back(found: Unsent) -> None:
        page.show_values(found.values)

    page.typed.connect(keeper.typed)
    page.must_save.connect(keeper.save)
    page.begun.connect(lambda _stream: keeper.finished())
    page.begin_pressed.connect(lambda form: presenter.begin(form))
    keeper.load(put_back)
    return page


def bring_page(
    say: Say,
    run: Run,
    session: Session,
    choose: Callable[[QWidget], Path | None] | None = None,
) -> BringPage:
    """A case file brought in. `choose` asks for the file; left out, the system's own dialog. `brought`: the stream."""
    page = BringPage(say)
    presenter = BringPresenter(say, run, session, page)

    def ask() -> None:
        path = choose(page) if choose else ask_for_case_file(say, page)
        if path is not None:
            presenter.take(path)

    page.file_wanted.connect(ask)
    return page
