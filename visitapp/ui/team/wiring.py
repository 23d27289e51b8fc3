"""The team picture, put together. It loads whenever it is shown; another order is laid out from what was loaded."""

from visitapp.actions.session import Session
from visitapp.actions.team import TeamRow, team
from visitapp.ui.case.wiring import keeps_fresh
from visitapp.ui.firstsync.beside import tells_what_is_missing
from visitapp.ui.run import Run
from visitapp.ui.team.page import TeamPage
from visitapp.ui.team.rows import meanings, told
from visitapp.words import Say

Found = tuple[tuple[tuple[str, str], ...], tuple[TeamRow, ...]]


def team_page(say: Say, run: Run, session: Session) -> TeamPage:
    """The page; `case_opened` leads elsewhere."""
    page = TeamPage(say)
    loaded: Found = ((), ())

    def show(found: Found) -> None:
        nonlocal loaded
        loaded = found
        lay_out()

    def lay_out() -> None:
        columns, rows = loaded
        page.show_team(columns, told(say, rows, page.order.value()))

    page.order_chosen.connect(lambda _order: lay_out())
    keeps_fresh(page, say, run, lambda: (meanings(say, session.thresholds()), team(session)), show)
    tells_what_is_missing(page, say, run, session)
    return page
