"""Says on a page over all families that some are still on their way, so that nobody takes silence for nothing."""

from visitapp.actions.first_sync import FirstSync, how_far
from visitapp.actions.session import Session
from visitapp.errors import VisitAppError
from visitapp.ui.firstsync.words import short
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.run import Run
from visitapp.words import Say


def tells_what_is_missing(page: LivePage, say: Say, run: Run, session: Session) -> Banner:
    """Put the banner on top of a page, to be asked for whenever the page is; hidden while everything is here."""
    banner = Banner("info", "")
    banner.hide()
    page.box.insertWidget(0, banner)

    def show(found: FirstSync | None) -> None:
        words = say("firstsync.whole_only", sentence=short(say, found)) if found else ""
        if words != banner.words.text() or banner.isHidden() == bool(words):
            banner.show_words(words)

    page.arrived.connect(lambda: run(lambda: how_far(session), show, _locked, owner=page))
    return banner


def _locked(_problem: VisitAppError) -> None:
    """Asked again when the page is shown again."""
