"""The pages of training, put together."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from visitapp.actions import training
from visitapp.actions.session import Session
from visitapp.actions.training import Story
from visitapp.actions.unsent import Unsent, kept
from visitapp.ui.keeper import Keeper
from visitapp.ui.kit.problems import ask_for_case_file
from visitapp.ui.run import Run
from visitapp.ui.training.choosepage import ChoosePage
from visitapp.ui.training.page import TrainingPage
from visitapp.ui.training.presenter import ChoosePresenter, TrainingPresenter
from visitapp.words import Say


def choose_page(
    say: Say,
    run: Run,
    session: Session,
    opened: Callable[[Story], None],
    choose: Callable[[QWidget], Path | None] | None = None,
) -> ChoosePage:
    """Where a story is chosen. `opened` shows it; `choose` asks for a file, left out: the system's own dialog."""
    page = ChoosePage(say)
    presenter = ChoosePresenter(say, run, session, page, opened)

    def ask() -> None:
        path = choose(page) if choose else ask_for_case_file(say, page)
        if path is not None:
            presenter.take(path)

    page.arrived.connect(presenter.load)
    page.chosen.connect(presenter.choose)
    page.file_wanted.connect(ask)
    return page


def training_page(say: Say, run: Run, session: Session, story: Story) -> TrainingPage:
    """A story, gone through. One's own words are kept in the vault within a second, and nowhere else."""
    page = TrainingPage(say)
    form = training.form(story.key)

    def values() -> dict[str, str]:
        return presenter.values()

    keeper = Keeper(say, page, run, session, form, values)
    presenter = TrainingPresenter(say, run, session, story, page, keeper.typed)

    def forget() -> None:
        presenter.forget()
        keeper.forget()

    page.written.connect(lambda words: presenter.write(words))
    page.thought.connect(lambda words: presenter.think(words))
    page.reveal_wanted.connect(lambda: presenter.reveal())
    page.forward_wanted.connect(lambda: presenter.forward())
    page.back_wanted.connect(lambda: presenter.back())
    page.place_wanted.connect(lambda place: presenter.go_to(place))
    page.copy_wanted.connect(lambda: presenter.copy())
    page.forget_wanted.connect(forget)
    page.must_save.connect(keeper.save)

    def came(found: Unsent | None) -> None:
        presenter.begin(found)

    run(lambda: kept(session, form), came, owner=page)
    return page
