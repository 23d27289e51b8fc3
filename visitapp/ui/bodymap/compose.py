"""Puts page and presenter of the body map together."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from visitapp.ui.bodymap.drawing import Drawings, load
from visitapp.ui.bodymap.page import BodyMapPage
from visitapp.ui.bodymap.presenter import BodyMapPresenter
from visitapp.words import Say


class BodyMap(Struct, frozen=True):
    """The page to show and the presenter to begin with: `map.presenter.begin(Sheet(...))`."""

    page: BodyMapPage
    presenter: BodyMapPresenter


def body_map(
    say: Say, new_id: Callable[[], str], today: Callable[[], date], drawings: Drawings | None = None
) -> BodyMap:
    """A body map, with the newest drawings unless others are given."""
    drawings = drawings or load()
    page = BodyMapPage(say, drawings, today)
    presenter = BodyMapPresenter(page, drawings, new_id)
    page.wants_spot.connect(presenter.add)
    page.wants_place.connect(presenter.add_in_words)
    page.wants_view_of.connect(presenter.see)
    page.wants_mark.connect(presenter.open)
    page.wants_facts.connect(lambda facts: presenter.change(**facts))
    page.wants_size.connect(lambda length, width: page.show_size_error(not presenter.set_size(length, width)))
    page.wants_removal.connect(presenter.remove)
    page.wants_put_back.connect(presenter.put_back)
    page.wants_account.connect(presenter.add_account)
    page.wants_account_facts.connect(lambda account, facts: presenter.change_account(account, **facts))
    page.wants_account_removal.connect(presenter.remove_account)
    page.wants_figure.connect(presenter.set_figure)
    page.wants_group.connect(presenter.set_group)
    page.wants_part.connect(lambda part, how: presenter.set_part(part, how or None))
    page.wants_mouth.connect(lambda mouth: presenter.set_mouth(mouth or "unknown"))
    return BodyMap(page, presenter)
