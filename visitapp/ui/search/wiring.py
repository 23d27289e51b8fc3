"""Search, put together."""

from visitapp.actions.session import Session
from visitapp.ui.run import Run
from visitapp.ui.search.page import SearchPage
from visitapp.ui.search.presenter import SearchPresenter
from visitapp.words import Say


def search_page(say: Say, run: Run, session: Session) -> SearchPage:
    """Finding words in all cases. `found_opened`: stream and contact ("" where it belongs to none)."""
    page = SearchPage(say)
    presenter = SearchPresenter(say, run, session, page)
    page.arrived.connect(lambda: presenter.again())
    page.find_edited.connect(lambda words: presenter.find(words))
    page.card_opened.connect(lambda key: page.found_opened.emit(*presenter.place(key)))
    return page
