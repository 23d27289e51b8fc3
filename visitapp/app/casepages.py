"""The pages of one family, from its overview to a visit in full, an addendum and copying."""

from typing import Any, Protocol

from visitapp.actions.session import Session
from visitapp.domain.draft import DraftKind
from visitapp.ui.case.wiring import (
    addendum_page,
    body_page,
    chronology_page,
    family_page,
    overview_page,
    patterns_page,
    said_page,
    views_page,
    visit_page,
)
from visitapp.ui.copying.wiring import copy_list_page, copy_page
from visitapp.ui.kit.page import Page
from visitapp.words import Words


class Window(Protocol):
    """What these pages need of the window: showing pages, writing, telling that something was signed."""

    say: Words
    session: Session
    run: Any
    signed: Any

    def open(self, page: Page) -> None: ...

    def begin(self, stream: str, kind: DraftKind) -> None: ...

    def resume(self, draft: str, kind: DraftKind = "visit") -> None: ...

    def open_for_lead(self, stream: str, contact: str) -> None: ...

    def signed_and_back(self) -> None: ...


class CasePages:
    """Opens them on top of what is shown."""

    def __init__(self, pages: Window) -> None:
        self._pages = pages

    def overview(self, stream: str) -> None:
        """A family as it stands."""
        pages = self._pages
        page = overview_page(pages.say, pages.run, pages.session, stream)
        page.begin_wanted.connect(lambda kind: pages.begin(stream, kind))
        page.draft_opened.connect(pages.resume)
        page.visit_opened.connect(lambda contact: self.visit(stream, contact))
        page.chronology_wanted.connect(lambda: self.chronology(stream))
        page.patterns_wanted.connect(lambda: self.patterns(stream))
        page.views_wanted.connect(lambda: self.views(stream))
        page.family_wanted.connect(lambda: self.family(stream))
        page.body_wanted.connect(lambda: self.body(stream))
        page.said_wanted.connect(lambda: self.said(stream))
        pages.open(page)

    def chronology(self, stream: str) -> None:
        """Everything by date."""
        pages = self._pages
        page = chronology_page(pages.say, pages.run, pages.session, stream)
        page.body_opened.connect(lambda mark: self.body(stream, mark))
        page.visit_opened.connect(lambda contact: self.visit(stream, contact))
        pages.open(page)

    def said(self, stream: str) -> None:
        """What people said, by mark and by speaker."""
        pages = self._pages
        page = said_page(pages.say, pages.run, pages.session, stream)
        page.body_opened.connect(lambda mark: self.body(stream, mark))
        page.visit_opened.connect(lambda contact: self.visit(stream, contact))
        pages.open(page)

    def body(self, stream: str, mark: str = "") -> None:
        """All marks of one child on one map, open at one of them if it is given."""
        pages = self._pages
        page = body_page(pages.say, pages.run, pages.session, stream, mark)
        page.chronology_wanted.connect(lambda: self.chronology(stream))
        page.visit_opened.connect(lambda contact: self.visit(stream, contact))
        pages.open(page)

    def patterns(self, stream: str) -> None:
        """What stands out over time."""
        pages = self._pages
        page = patterns_page(pages.say, pages.run, pages.session, stream)
        page.visit_opened.connect(lambda contact: self.visit(stream, contact))
        page.chronology_wanted.connect(lambda: self.chronology(stream))
        pages.open(page)

    def views(self, stream: str) -> None:
        """What each of us thought, when, and the other explanations."""
        pages = self._pages
        page = views_page(pages.say, pages.run, pages.session, stream)
        page.visit_opened.connect(lambda contact: self.visit(stream, contact))
        pages.open(page)

    def family(self, stream: str) -> None:
        """The people of the case, addresses and professionals."""
        pages = self._pages
        page = family_page(pages.say, pages.run, pages.session, stream)
        page.chronology_wanted.connect(lambda: self.chronology(stream))
        pages.open(page)

    def visit(self, stream: str, contact: str) -> None:
        """One visit in full. A lead may answer it there."""
        pages = self._pages
        if pages.session.who.role == "lead":
            pages.open_for_lead(stream, contact)
            return
        page = visit_page(pages.say, pages.run, pages.session, stream, contact)
        page.addendum_wanted.connect(lambda: self.addendum(stream, contact))
        page.copy_wanted.connect(lambda: self.copy(stream, contact))
        page.case_wanted.connect(lambda: self.overview(stream))
        page.patterns_wanted.connect(lambda: self.patterns(stream))
        page.signed.connect(pages.signed)
        pages.open(page)

    def addendum(self, stream: str, contact: str) -> None:
        """A later word on a visit."""
        pages = self._pages
        page = addendum_page(pages.say, pages.run, pages.session, stream, contact)
        page.signed.connect(pages.signed_and_back)
        pages.open(page)

    def copy(self, stream: str, contact: str) -> None:
        """A visit by section, for the case system."""
        pages = self._pages
        page = copy_page(pages.say, pages.run, pages.session, stream, contact)
        page.visit_wanted.connect(lambda: self.visit(stream, contact))
        pages.open(page)

    def to_copy(self) -> None:
        """What is signed and not yet in the case system."""
        pages = self._pages
        page = copy_list_page(pages.say, pages.run, pages.session)
        page.copy_opened.connect(self.copy)
        pages.open(page)
