"""Today, put together: it loads whenever it is shown."""

from collections.abc import Callable

from visitapp.actions.session import Session
from visitapp.actions.today import Today, today
from visitapp.ui.run import Run, why
from visitapp.ui.today.page import TodayPage
from visitapp.ui.today.rows import rows
from visitapp.words import Say, said_date


def today_page(say: Say, run: Run, session: Session, load: Callable[[Session], Today] = today) -> TodayPage:
    """The page; its signals lead elsewhere."""
    page = TodayPage(say)

    def fresh() -> None:
        page.show_day(_day(say, session))
        run(
            lambda: rows(say, load(session), session.today()),
            page.show_rows,
            lambda error: page.show_failure(say(why(error))),
            owner=page,
        )

    page.arrived.connect(fresh)
    return page


def _day(say: Say, session: Session) -> str:
    on = session.today()
    return say("day.reading", weekday=say("day.weekdays").split()[on.weekday()], day=said_date(on))
