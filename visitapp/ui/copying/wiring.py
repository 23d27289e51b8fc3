"""Copying for the case system, put together."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from visitapp.actions import copying
from visitapp.actions.cases import title_of
from visitapp.actions.copying import CopySection
from visitapp.actions.session import Session
from visitapp.domain.standing import contact_of
from visitapp.ui.case.wiring import keeps_fresh
from visitapp.ui.copying.listpage import CopyListPage
from visitapp.ui.copying.page import CopyPage
from visitapp.ui.run import Run
from visitapp.ui.today.rows import to_copy
from visitapp.words import Say


class _Sections(Struct, frozen=True):
    title: str
    sections: tuple[CopySection, ...]
    today: date


def copy_page(say: Say, run: Run, session: Session, stream: str, contact: str) -> CopyPage:
    """One visit by section. `visit_wanted` leads to it."""
    page = CopyPage(say)

    def load() -> _Sections:
        case = session.case(stream)
        found = contact_of(case, contact)
        kind = say(f"code.contact_kind.{found.kind}") if found else ""
        title = say("visit_read.title", kind=kind, day=found.date) if found else ""
        parts = " · ".join(part for part in (title_of(case), title) if part)
        return _Sections(parts, copying.sections(session, stream, contact), session.today())

    def show(found: _Sections) -> None:
        page.show_sections(found.title, found.sections, found.today)

    def mark(key: str) -> None:
        run(lambda: _marked(lambda: copying.mark_copied(session, stream, contact, key), load), show, owner=page)

    keeps_fresh(page, say, run, load, show)
    page.copied.connect(mark)
    return page


def _marked(mark: Callable[[], None], load: Callable[[], _Sections]) -> _Sections:
    mark()
    return load()


def copy_list_page(say: Say, run: Run, session: Session) -> CopyListPage:
    """The visits that are signed and not yet in the case system. `copy_opened`: stream and contact."""
    page = CopyListPage(say)
    keeps_fresh(
        page,
        say,
        run,
        lambda: tuple(to_copy(say, one) for one in copying.not_yet_copied(session)),
        page.show_rows,
    )
    return page
