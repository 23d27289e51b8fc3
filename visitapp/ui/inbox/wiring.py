"""The inbox and the lead's page of a visit, put together."""

from collections.abc import Callable

from visitapp.actions.lead import Inbox, inbox
from visitapp.actions.session import Session
from visitapp.actions.unsent import Unsent
from visitapp.ui.case.wiring import keeps_fresh, signs_together
from visitapp.ui.firstsync.beside import tells_what_is_missing
from visitapp.ui.inbox.page import InboxPage
from visitapp.ui.inbox.presenter import LeadVisitPresenter
from visitapp.ui.inbox.rows import rows
from visitapp.ui.inbox.visitpage import LeadVisitPage
from visitapp.ui.keeper import Keeper
from visitapp.ui.run import Run
from visitapp.words import Say


def inbox_page(say: Say, run: Run, session: Session, load: Callable[[Session], Inbox] = inbox) -> InboxPage:
    """The inbox; its signals lead elsewhere. It loads whenever it is shown."""
    page = InboxPage(say)
    keeps_fresh(page, say, run, lambda: rows(say, load(session), session.today()), page.show_rows)
    tells_what_is_missing(page, say, run, session)
    return page


def lead_visit_page(say: Say, run: Run, session: Session, stream: str, contact: str) -> LeadVisitPage:
    """A visit before the lead. What is typed is kept until it is signed; `signed` then: there is something to send."""
    page = LeadVisitPage(say)
    presenter = LeadVisitPresenter(say, run, session, stream, contact, page)
    keeper = Keeper(say, page, run, session, f"lead:{contact}", page.values)

    def put_back(found: Unsent) -> None:
        page.show_values(found.values)

    def keep() -> None:
        keeper.typed()
        keeper.save()

    page.arrived.connect(lambda: presenter.load())
    page.read_pressed.connect(lambda: presenter.mark_read())
    page.send_pressed.connect(lambda typed: presenter.send(typed))
    page.typed.connect(keeper.typed)
    page.must_save.connect(keeper.save)
    page.signed.connect(keep)
    signs_together(page, say, run, session, stream, contact)
    keeper.load(put_back)
    return page
