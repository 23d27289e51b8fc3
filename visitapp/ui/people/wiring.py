"""The people and the numbers to ring, put together."""

from visitapp.actions.session import Session
from visitapp.actions.unsent import Unsent
from visitapp.ui.keeper import Keeper
from visitapp.ui.people.numberspage import NumbersPage
from visitapp.ui.people.page import PeoplePage
from visitapp.ui.people.presenter import NumbersPresenter, PeoplePresenter
from visitapp.ui.run import Run
from visitapp.words import Say


def people_page(say: Say, run: Run, session: Session) -> PeoplePage:
    """Who is here. `signed` once somebody is invited: there is something to send. `numbers_wanted` leads elsewhere."""
    page = PeoplePage(say)
    presenter = PeoplePresenter(say, run, session, page)
    keeper = Keeper(say, page, run, session, "invite", page.values)

    def put_back(found: Unsent) -> None:
        page.show_values(found.values)

    page.arrived.connect(lambda: presenter.load())
    page.invite_pressed.connect(lambda name, job: presenter.invite(name, job))
    page.typed.connect(keeper.typed)
    page.must_save.connect(keeper.save)
    page.signed.connect(keeper.forget)
    keeper.load(put_back)
    return page


def numbers_page(say: Say, run: Run, session: Session) -> NumbersPage:
    """The phone card, to be changed by a lead. What is typed is kept until it is signed; `signed` then."""
    page = NumbersPage(say, session.today)
    presenter = NumbersPresenter(say, run, session, page)
    keeper = Keeper(say, page, run, session, "numbers", page.values)

    def put_back(found: Unsent) -> None:
        page.show_values(found.values)

    page.sign_pressed.connect(lambda form: presenter.sign(form))
    page.typed.connect(keeper.typed)
    page.must_save.connect(keeper.save)
    page.signed.connect(keeper.forget)
    presenter.load(lambda: keeper.load(put_back))
    return page
