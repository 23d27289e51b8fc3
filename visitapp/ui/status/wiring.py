"""The page about saving and syncing, put together."""

from collections.abc import Callable

from visitapp.actions.session import Session
from visitapp.actions.sync_state import SyncState, sync_state
from visitapp.actions.syncing import receipts_csv
from visitapp.ui.case.wiring import keeps_fresh
from visitapp.ui.run import Run, why
from visitapp.ui.status.page import StatusPage
from visitapp.ui.status.words import words
from visitapp.words import Say


def status_page(say: Say, run: Run, session: Session, load: Callable[[Session], SyncState] = sync_state) -> StatusPage:
    """How syncing stands. `sync_wanted` leads elsewhere; send `arrived` when a cycle has ended."""
    page = StatusPage(say)

    def copy() -> None:
        run(
            lambda: receipts_csv(session),
            page.copy_csv,
            lambda error: page.show_failure(say(why(error))),
            owner=page,
        )

    keeps_fresh(page, say, run, lambda: words(say, load(session)), page.show_state)
    page.csv_wanted.connect(copy)
    return page
