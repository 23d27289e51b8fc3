"""The pages of the window: made here with what they need, shown when asked for, led from one to the next."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from visitapp.actions.session import Session
from visitapp.actions.training import Story
from visitapp.app.casepages import CasePages
from visitapp.app.questionpages import QuestionPages
from visitapp.domain.draft import DraftKind
from visitapp.domain.organisation import PhoneCard
from visitapp.questions.choosing import Card as QuestionCard
from visitapp.settings import Settings
from visitapp.ui.background import Background
from visitapp.ui.cases.wiring import bring_page, cases_page, new_family_page
from visitapp.ui.help import pages as help_pages
from visitapp.ui.help.anchors import section_of
from visitapp.ui.help.page import HelpPage
from visitapp.ui.inbox.wiring import inbox_page, lead_visit_page
from visitapp.ui.kit.page import Command, Page
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.turn import next_turn
from visitapp.ui.noreply.page import NoReplyPage
from visitapp.ui.people.wiring import numbers_page, people_page
from visitapp.ui.quicknote.page import QuickNotePage
from visitapp.ui.reference.wiring import reference_page
from visitapp.ui.search.wiring import search_page
from visitapp.ui.settings.page import SettingsPage
from visitapp.ui.shell.window import Shell
from visitapp.ui.status.wiring import status_page
from visitapp.ui.team.wiring import team_page
from visitapp.ui.today.wiring import today_page
from visitapp.ui.training.wiring import choose_page, training_page
from visitapp.ui.training.words import AskedWords
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
    first_sync_wanted = Signal()

    def __init__(
        self,
        shell: Shell,
        background: Background,
        session: Session,
        say: Words,
        numbers: Callable[[Path], PhoneCard | None],
        settings: Settings,
    ) -> None:
        super().__init__(shell)
        self.say, self.session, self.run = say, session, background.run
        self._shell, self._numbers, self._held = shell, numbers, settings
        self._roots: dict[str, Page] = {}
        self._writing: list[Any] = []
        self._coming: Page | None = None
        self._verbs = VisitVerbs()
        self.cases = CasePages(self)
        self.questions = QuestionPages(self)
        shell.set_commands(self._commands())
        shell.help_wanted.connect(self.show_help)

    def _commands(self) -> list[Command]:
        commands = [
            Command(self.say("app.status"), self.show_status),
            Command(self.say("app.to_copy"), self.cases.to_copy),
            Command(self.say("app.reference"), self.show_reference),
        ]
        if self.session.who.role == "lead":
            commands.append(Command(self.say("app.people"), self.show_people))
        return commands

    # The places of the side bar

    def show(self, place: str) -> None:
        """Show the root page of a place; made when it is first wanted."""
        if place not in self._roots:
            makers: dict[str, Callable[[], Page]] = {
                "today": self._today,
                "cases": self._cases,
                "inbox": self._inbox,
                "team": self._team,
                "questions": self.questions.checklist,
                "search": self._search,
                "training": self._training,
                "help": self._help,
                "settings": self._settings,
            }
            self._roots[place] = makers[place]()
        self._shell.show_place(place, self._roots[place])

    def open(self, page: Page) -> None:
        """Show a page on top of what is shown: in the window's next turn, as it was made in this one.

        A second press before that opens nothing more.
        """
        if self.opening:
            page.deleteLater()
            return
        self._coming = page
        next_turn(page, self._show_coming)

    @property
    def opening(self) -> bool:
        """Whether a page was asked for that is not shown yet."""
        return self._coming is not None and isValid(self._coming)

    def _show_coming(self) -> None:
        page, self._coming = self._coming, None
        if page is not None:
            self._shell.open_page(page)

    def refresh(self) -> None:
        """Something came in: what is on the screen asks the vault again."""
        page = self._shell.page()
        if page is not None and not isinstance(page, Writing):
            page.arrived.emit()

    def _today(self) -> Page:
        page = today_page(self.say, self.run, self.session)
        page.draft_opened.connect(self.resume)
        page.visit_opened.connect(self.cases.visit)
        page.copy_opened.connect(self.cases.copy)
        page.case_opened.connect(self.cases.overview)
        page.begin_wanted.connect(self.begin)
        page.family_wanted.connect(self.new_family)
        page.file_wanted.connect(self.bring)
        page.first_sync_wanted.connect(self.first_sync_wanted)
        return page

    def _cases(self) -> Page:
        page = cases_page(self.say, self.run, self.session)
        page.case_opened.connect(self.cases.overview)
        page.family_wanted.connect(self.new_family)
        page.file_wanted.connect(self.bring)
        return page

    def _inbox(self) -> Page:
        page = inbox_page(self.say, self.run, self.session)
        page.visit_opened.connect(self.open_for_lead)
        page.case_opened.connect(self.cases.overview)
        page.people_wanted.connect(self.show_people)
        return page

    def _team(self) -> Page:
        page = team_page(self.say, self.run, self.session)
        page.case_opened.connect(self.cases.overview)
        return page

    def _search(self) -> Page:
        page = search_page(self.say, self.run, self.session)
        page.found_opened.connect(self._found)
        return page

    def _found(self, stream: str, contact: str) -> None:
        if contact:
            self.cases.visit(stream, contact)
        else:
            self.cases.overview(stream)

    def _training(self) -> Page:
        return choose_page(self.say, self.run, self.session, self.train)

    def _help(self) -> HelpPage:
        return HelpPage(self.say, [help_pages.read(name) for name in help_pages.ORDER])

    def _settings(self) -> Page:
        page = SettingsPage(self.say, self._held)
        page.theme_chosen.connect(lambda theme: self.settings_changed.emit("theme", theme))
        page.percent_chosen.connect(lambda percent: self.settings_changed.emit("text_percent", percent))
        page.lock_after_chosen.connect(lambda minutes: self.settings_changed.emit("lock_after_minutes", minutes))
        status = Button(self.say("app.status"), "sync")
        status.clicked.connect(self.show_status)
        page.add_action(status)
        origins = Button(self.say("app.reference"), "question")
        origins.clicked.connect(lambda: self.show_reference())
        page.add_action(origins)
        if self.session.who.role == "lead":
            people = Button(self.say("app.people"), "people")
            people.clicked.connect(self.show_people)
            page.add_action(people)
        return page

    # Pages on top

    def show_help(self) -> None:
        """Help for the page that is shown."""
        shown = self._shell.page()
        if isinstance(shown, HelpPage):
            return
        page = self._help()
        page.go(section_of(shown))
        self.open(page)

    def train(self, story: Story) -> None:
        """A story to be gone through contact by contact."""
        page = training_page(self.say, self.run, self.session, story)
        page.origin_wanted.connect(self.show_reference)
        self.open(page)

    def open_case(self, stream: str) -> None:
        """A family's first page."""
        self.cases.overview(stream)

    def new_family(self) -> None:
        """A new family by hand."""
        page = new_family_page(self.say, self.run, self.session)
        page.begun.connect(self._begun)
        self.open(page)

    def bring(self) -> None:
        """A case file brought in."""
        page = bring_page(self.say, self.run, self.session)
        page.brought.connect(self._begun)
        self.open(page)

    def _begun(self, stream: str) -> None:
        self.signed.emit()
        self._shell.back()
        self.cases.overview(stream)

    def open_for_lead(self, stream: str, contact: str) -> None:
        """A visit in full, with what a reader may say to it."""
        if not contact:
            self.cases.overview(stream)
            return
        page = lead_visit_page(self.say, self.run, self.session, stream, contact)
        page.signed.connect(self.signed)
        page.addendum_wanted.connect(lambda: self.cases.addendum(stream, contact))
        page.case_wanted.connect(lambda: self.cases.overview(stream))
        page.patterns_wanted.connect(lambda: self.cases.patterns(stream))
        self.open(page)

    def show_status(self) -> None:
        """What is on the server, what waits, what was set aside; the receipts."""
        page = status_page(self.say, self.run, self.session)
        page.sync_wanted.connect(self.sync_wanted)
        self.open(page)

    def show_reference(self, card: QuestionCard | AskedWords | None = None) -> None:
        """Where questions come from; the rules that spoke on a card first."""
        rules, sources = (card.rules, card.sources) if card is not None else ((), ())
        self.open(reference_page(self.say, self.run, self.session, rules, sources))

    def show_people(self) -> None:
        """Who is here, invites, the numbers to ring."""
        page = people_page(self.say, self.run, self.session)
        page.signed.connect(self.signed)
        page.numbers_wanted.connect(self.change_numbers)
        self.open(page)

    def change_numbers(self) -> None:
        """The card of numbers to ring, for a lead to change."""
        page = numbers_page(self.say, self.run, self.session)
        page.signed.connect(self._numbers_signed)
        self.open(page)

    def _numbers_signed(self) -> None:
        self._shell.show_numbers(self._numbers(self.session.profile))
        self.signed.emit()

    def signed_and_back(self) -> None:
        """Something was signed on a page that is done."""
        self.signed.emit()
        self._shell.back()

    # Writing

    def begin(self, stream: str, kind: DraftKind) -> None:
        """Begin a visit, a quick note or a visit without a reply."""
        self._written(kind).begin(stream)

    def resume(self, draft: str, kind: DraftKind = "visit") -> None:
        """Go on with a draft. A page that has it open is left first: two would overwrite each other."""
        for page in [one for one in self._writing if isValid(one)]:
            if page.presenter is not None and page.presenter.draft.id == draft:
                self._shell.places.leave(page)
        self._written(kind).resume(draft)

    def _written(self, kind: DraftKind) -> Any:
        page = _WRITING[kind](self.say, self.run, self._verbs, self.session, self._numbers(self.session.profile))
        page.saved.connect(self.saved)
        page.left.connect(self._shell.back)
        page.origin_wanted.connect(self.show_reference)
        page.signed.connect(lambda _contact: self.signed.emit())
        if isinstance(page, VisitFlow):
            page.finished.connect(lambda _contact: self.signed.emit())
        self._writing = [*(one for one in self._writing if isValid(one)), page]
        self.open(page)
        return page
