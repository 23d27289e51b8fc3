"""The pages of one case, put together. Each loads whenever it is shown; its signals lead elsewhere."""

from collections.abc import Callable
from typing import TypeVar

from visitapp.actions.body import OnBodies, on_bodies
from visitapp.actions.family import people_of_case
from visitapp.actions.in_full import visit_in_full
from visitapp.actions.joint import co_sign
from visitapp.actions.overview import Chronicle, chronicle, overview
from visitapp.actions.patterns import stands_out
from visitapp.actions.session import Session
from visitapp.actions.timeline import timeline
from visitapp.actions.unsent import Unsent
from visitapp.actions.versions import what_people_said
from visitapp.actions.views import views
from visitapp.errors import VisitAppError
from visitapp.ui.bodymap.drawing import load as load_drawings
from visitapp.ui.case.addendum.page import AddendumPage
from visitapp.ui.case.addendum.presenter import AddendumPresenter
from visitapp.ui.case.body.page import BodyPage
from visitapp.ui.case.body.presenter import BodyPresenter
from visitapp.ui.case.chronology.page import ChronologyPage
from visitapp.ui.case.chronology.presenter import ChronologyPresenter
from visitapp.ui.case.family.page import FamilyPage
from visitapp.ui.case.family.words import words as family_words
from visitapp.ui.case.overview.page import OverviewPage
from visitapp.ui.case.overview.standing import words
from visitapp.ui.case.patterns.page import PatternsPage
from visitapp.ui.case.patterns.words import words as pattern_words
from visitapp.ui.case.said.page import SaidPage
from visitapp.ui.case.said.words import words as said_words
from visitapp.ui.case.views.page import ViewsPage
from visitapp.ui.case.views.words import words as views_words
from visitapp.ui.case.visit.page import VisitPage
from visitapp.ui.case.visit.words import words as visit_words
from visitapp.ui.keeper import Keeper
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.run import Run, why
from visitapp.words import Say

T = TypeVar("T")


def keeps_fresh(page: LivePage, say: Say, run: Run, work: Callable[[], T], show: Callable[[T], None]) -> None:
    """Load and show whenever the page is shown; say why when that fails."""

    def load() -> None:
        run(work, show, lambda error: page.show_failure(say(why(error))), owner=page)

    page.arrived.connect(load)


def overview_page(say: Say, run: Run, session: Session, stream: str) -> OverviewPage:
    """The first page of a case."""
    page = OverviewPage(say)
    keeps_fresh(page, say, run, lambda: words(say, overview(session, stream)), page.show_case)
    page.timeline_wanted.connect(lambda: run(lambda: timeline(session, stream), page.show_timeline, owner=page))
    return page


def patterns_page(say: Say, run: Run, session: Session, stream: str) -> PatternsPage:
    """What stands out over time."""
    page = PatternsPage(say)
    keeps_fresh(page, say, run, lambda: pattern_words(say, stands_out(session, stream)), page.show_patterns)
    return page


def family_page(say: Say, run: Run, session: Session, stream: str) -> FamilyPage:
    """The people of a case."""
    page = FamilyPage(say)
    keeps_fresh(page, say, run, lambda: family_words(say, people_of_case(session, stream)), page.show_family)
    return page


def views_page(say: Say, run: Run, session: Session, stream: str) -> ViewsPage:
    """What each of us thought, when, and the other explanations."""
    page = ViewsPage(say)
    keeps_fresh(page, say, run, lambda: views_words(say, views(session, stream)), page.show_views)
    return page


def chronology_page(
    say: Say, run: Run, session: Session, stream: str, load: Callable[[Session, str, int], Chronicle] = chronicle
) -> ChronologyPage:
    """Everything of a case by date."""
    page = ChronologyPage(say)
    presenter = ChronologyPresenter(say, run, session, stream, page, load)

    def open_card(item: str) -> None:
        if presenter.is_mark(item):
            page.body_opened.emit(item)
        elif contact := presenter.contact_of(item):
            page.visit_opened.emit(contact)

    page.arrived.connect(lambda: presenter.load())
    page.rest_wanted.connect(lambda: presenter.load_rest())
    page.narrowed.connect(lambda by: presenter.narrow(by))
    page.card_opened.connect(open_card)
    return page


def said_page(say: Say, run: Run, session: Session, stream: str) -> SaidPage:
    """What people said, by mark and by speaker."""
    page = SaidPage(say)
    keeps_fresh(page, say, run, lambda: said_words(say, what_people_said(session, stream)), page.show_said)
    return page


def body_page(
    say: Say,
    run: Run,
    session: Session,
    stream: str,
    mark: str = "",
    load: Callable[[Session, str], OnBodies] = on_bodies,
) -> BodyPage:
    """All marks of one child on one map; open at a mark if one is given."""
    drawings = load_drawings()
    page = BodyPage(say, drawings)
    presenter = BodyPresenter(say, page, drawings, session.today(), mark)
    page.child_chosen.connect(lambda child: presenter.set_child(child))
    page.day_chosen.connect(lambda at: presenter.set_day(at))
    page.group_chosen.connect(lambda group: presenter.set_group(group))
    page.figure_chosen.connect(lambda figure: presenter.set_figure(figure))
    page.mark_chosen.connect(lambda chosen: presenter.choose(chosen))
    keeps_fresh(page, say, run, lambda: load(session, stream), presenter.show)
    return page


def visit_page(say: Say, run: Run, session: Session, stream: str, contact: str) -> VisitPage:
    """One visit in full."""
    page = VisitPage(say)
    keeps_fresh(page, say, run, lambda: visit_words(say, visit_in_full(session, stream, contact)), page.show_visit)
    signs_together(page, say, run, session, stream, contact)
    return page


def signs_together(page: VisitPage, say: Say, run: Run, session: Session, stream: str, contact: str) -> None:
    """Let a colleague who was there sign the visit too. What they typed is kept until then."""
    card = page.co_sign
    keeper = Keeper(say, page, run, session, f"co_signature:{contact}", card.values)

    def signed(_none: None) -> None:
        card.setEnabled(True)
        keeper.finished()
        page.arrived.emit()
        page.signed.emit()

    def failed(error: VisitAppError) -> None:
        card.setEnabled(True)
        page.show_failure(say(why(error)))

    def sign(differs: str) -> None:
        card.setEnabled(False)
        run(lambda: co_sign(session, stream, contact, differs), signed, failed, owner=page)

    card.sign_pressed.connect(sign)
    card.typed.connect(keeper.typed)
    page.must_save.connect(keeper.save)
    keeper.load(lambda found: card.show_values(found.values))


def addendum_page(say: Say, run: Run, session: Session, stream: str, contact: str) -> AddendumPage:
    """An addendum to a visit. What is typed is kept until it is signed; `signed` then."""
    page = AddendumPage(say)
    presenter = AddendumPresenter(say, run, session, stream, contact, page)
    keeper = Keeper(say, page, run, session, f"addendum:{contact}", page.values)

    def put_back(found: Unsent) -> None:
        presenter.choose(found.values.get("item", ""))
        page.show_values(found.values)

    page.chosen.connect(lambda item: presenter.choose(item))
    page.sign_pressed.connect(lambda form: presenter.sign(form))
    page.typed.connect(keeper.typed)
    page.must_save.connect(keeper.save)
    page.signed.connect(keeper.finished)
    presenter.load(lambda: keeper.load(put_back))
    return page
