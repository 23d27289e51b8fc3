"""The pages of the list of questions: the list, one question, the numbers, the history."""

from typing import Any, Protocol

from visitapp.actions.session import Session
from visitapp.ui.kit.page import Page
from visitapp.ui.questions.wiring import checklist_page, history_page, own_page, product_page, thresholds_page
from visitapp.words import Words


class Window(Protocol):
    """What these pages need of the window."""

    say: Words
    session: Session
    run: Any

    def open(self, page: Page) -> None: ...

    def open_for_lead(self, stream: str, contact: str) -> None: ...

    def signed_and_back(self) -> None: ...

    @property
    def signed(self) -> Any: ...


class QuestionPages:
    """Opens them on top of what is shown."""

    def __init__(self, pages: Window) -> None:
        self._pages = pages

    def checklist(self) -> Page:
        """The list itself, a place of the side bar."""
        pages = self._pages
        page = checklist_page(pages.say, pages.run, pages.session)
        page.own_opened.connect(self.own)
        page.product_opened.connect(self.product)
        page.add_wanted.connect(lambda: self.own(""))
        page.thresholds_wanted.connect(self.thresholds)
        page.history_wanted.connect(self.history)
        return page

    def own(self, question: str = "") -> None:
        """A question of the organisation's own; a new one where there is no id."""
        pages = self._pages
        page = own_page(pages.say, pages.run, pages.session, question)
        page.signed.connect(pages.signed_and_back)
        page.trying.visit_opened.connect(pages.open_for_lead)
        pages.open(page)

    def product(self, question: str) -> None:
        """A question of the product."""
        pages = self._pages
        page = product_page(pages.say, pages.run, pages.session, question)
        page.signed.connect(pages.signed_and_back)
        pages.open(page)

    def thresholds(self) -> None:
        """The numbers that questions use."""
        pages = self._pages
        page = thresholds_page(pages.say, pages.run, pages.session)
        page.signed.connect(pages.signed_and_back)
        pages.open(page)

    def history(self) -> None:
        """Every signed version."""
        pages = self._pages
        page = history_page(pages.say, pages.run, pages.session)
        page.signed.connect(pages.signed)
        pages.open(page)
