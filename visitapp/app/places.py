"""The pages of the window: made here with what they need, shown when asked for, led from one to the next."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from visitapp.actions.session import Session
from visitapp.domain.draft import DraftKind
from visitapp.domain.organisation import PhoneCard
from visitapp.settings import Settings
from visitapp.ui.background import Background
from visitapp.ui.cases.wiring import bring_page, cases_page, new_family_page
from visitapp.ui.kit.page import Page
from visitapp.ui.noreply.page import NoReplyPage
from visitapp.ui.quicknote.page import QuickNotePage
from visitapp.ui.settings.page import SettingsPage
from visitapp.ui.shell.window import Shell
from visitapp.ui.today.wiring import today_page
from visitapp.ui.visit.flow import VisitFlow
from visitapp.ui.visit.verbs import VisitVerbs
from visitapp.words import Words

Writing = VisitFlow | QuickNotePage | NoReplyPage
_WRITING: dict[str, type[Any]] = {"visit": VisitFlow, "quick_note": QuickNotePage, "no_reply": NoReplyPage}


class Pages(QObject):
    """All pages of an open session. `signed`: there is something to send. `saved`: HH:MM of a draft's last save."""

    signed = Signal()
    saved = Signal(str)
    settings_changed = Signal(str, object)
    sync_wanted = Signal()

    def __init__(
        self,
        shell: Shell,
        background: Background,
        session: Session,
        say: Words,
        numbers: Callable[[Path], PhoneCard | None],
    ) -> None:
        super().__init__(shell)
        self._shell, self._background, self._session, self._say, self._numbers = (
            shell,
            background,
            session,
            say,
            numbers,
        )
        self._roots: dict[str, Page] = {}
        self._verbs = VisitVerbs()

    # The places of the side bar

    def show(self, place: str, settings: Settings) -> None:
        """Show the root page of a place; made when it is first wanted."""
        if place not in self._roots:
            makers: dict[str, Callable[[], Page]] = {
                "today": self._today,
                "cases": self._cases,
                "settings": lambda: self._settings(settings),
            }
            self._roots[place] = makers[place]()
        self._shell.show_place(place, self._roots[place])

    def refresh(self) -> None:
        """Something came in: what is on the screen asks the vault again."""
        page = self._shell.page()
        if page is not None and not isinstance(page, Writing):
            page.arrived.emit()

    def _today(self) -> Page:
        page = today_page(self._say, self._background.run, self._session)
        page.draft_opened.connect(self.resume)
        page.begin_wanted.connect(self.begin)
        page.case_opened.connect(self.open_case)
        return page

    def _cases(self) -> Page:
        page = cases_page(self._say, self._background.run, self._session)
        page.case_opened.connect(self.open_case)
        page.family_wanted.connect(self.new_family)
        page.file_wanted.connect(self.bring)
        return page

    def _settings(self, settings: Settings) -> Page:
        page = SettingsPage(self._say, settings)
        page.theme_chosen.connect(lambda theme: self.settings_changed.emit("theme", theme))
        page.percent_chosen.connect(lambda percent: self.settings_changed.emit("text_percent", percent))
        page.lock_after_chosen.connect(lambda minutes: self.settings_changed.emit("lock_after_minutes", minutes))
        return page

    def new_family(self) -> None:
        """A new family by hand."""
        page = new_family_page(self._say, self._background.run, self._session)
        page.begun.connect(self._begun)
        self._shell.open_page(page)

    def bring(self) -> None:
        """A case file brought in."""
        page = bring_page(self._say, self._background.run, self._session)
        page.brought.connect(self._begun)
        self._shell.open_page(page)

    def open_case(self, stream: str) -> None:
        """A family."""

    def _begun(self, stream: str) -> None:
        self.signed.emit()
        self.open_case(stream)

    # Writing

    def begin(self, stream: str, kind: DraftKind) -> None:
        """Begin a visit, a quick note or a visit without a reply."""
        self._written(kind).begin(stream)

    def resume(self, draft: str, kind: DraftKind = "visit") -> None:
        """Go on with a draft."""
        self._written(kind).resume(draft)

    def _written(self, kind: DraftKind) -> Any:
        page = _WRITING[kind](
            self._say, self._background.run, self._verbs, self._session, self._numbers(self._session.profile)
        )
        page.saved.connect(self.saved)
        page.left.connect(self._shell.back)
        page.signed.connect(lambda _contact: self.signed.emit())
        self._shell.open_page(page)
        return page
