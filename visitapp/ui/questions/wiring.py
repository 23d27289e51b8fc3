"""The pages of the list of questions, put together. `signed` on each: there is something to send."""

from visitapp.actions.session import Session
from visitapp.actions.unsent import Unsent
from visitapp.ui.keeper import Keeper
from visitapp.ui.questions.editing import OwnPresenter, ProductPresenter, ThresholdsPresenter
from visitapp.ui.questions.ownform import OwnForm
from visitapp.ui.questions.ownpage import OwnPage
from visitapp.ui.questions.page import ChecklistPage, HistoryPage
from visitapp.ui.questions.presenter import ChecklistPresenter, HistoryPresenter
from visitapp.ui.questions.productpage import ProductPage
from visitapp.ui.questions.thresholdspage import ThresholdsPage
from visitapp.ui.questions.trying import Trying
from visitapp.ui.run import Run
from visitapp.words import Say


def checklist_page(say: Say, run: Run, session: Session) -> ChecklistPage:
    """The list; its signals lead elsewhere: `own_opened` or `product_opened` with a question's id."""
    page = ChecklistPage(say)
    presenter = ChecklistPresenter(say, run, session, page)

    def opened(question: str) -> None:
        (page.own_opened if presenter.own(question) else page.product_opened).emit(question)

    page.arrived.connect(lambda: presenter.load())
    page.find_edited.connect(lambda words: presenter.look_for(words))
    page.question_opened.connect(opened)
    return page


def history_page(say: Say, run: Run, session: Session) -> HistoryPage:
    """Every signed version."""
    page = HistoryPage(say)
    presenter = HistoryPresenter(say, run, session, page, page.signed.emit)
    page.arrived.connect(lambda: presenter.load())
    page.answer_wanted.connect(lambda reason: presenter.answer(reason))
    return page


def own_page(say: Say, run: Run, session: Session, question: str = "") -> OwnPage:
    """A question of one's own; a new one where `question` is empty. What is typed is kept until it is signed."""
    page = OwnPage(say)
    presenter = OwnPresenter(say, run, session, page, question, page.signed.emit)
    keeper = Keeper(say, page, run, session, f"question:{question}", page.values)
    trying = Trying(say, run, session, page.trying)

    def put_back(found: Unsent) -> None:
        known = {name: words for name, words in found.values.items() if name in OwnForm.__struct_fields__}
        page.show_form(OwnForm(**known))

    page.typed.connect(keeper.typed)
    page.must_save.connect(keeper.save)
    page.signed.connect(keeper.finished)
    page.checked.connect(lambda subject, condition: presenter.look_at(subject, condition))
    page.sign_pressed.connect(lambda form: presenter.sign(form))
    page.retire_pressed.connect(lambda form: presenter.retire(form))
    page.trying.try_wanted.connect(lambda: trying.start(lambda: presenter.own(page.form())))
    page.trying.stop_wanted.connect(lambda: trying.stop())
    presenter.load(lambda: keeper.load(put_back))
    return page


def product_page(say: Say, run: Run, session: Session, question: str) -> ProductPage:
    """A question of the product. What is typed is kept until it is signed."""
    page = ProductPage(say)
    presenter = ProductPresenter(say, run, session, page, question, page.signed.emit)
    keeper = Keeper(say, page, run, session, f"question:{question}", page.values)
    page.typed.connect(keeper.typed)
    page.must_save.connect(keeper.save)
    page.signed.connect(keeper.finished)
    page.sign_pressed.connect(lambda words, reason: presenter.sign(words, reason))
    page.retire_pressed.connect(lambda reason: presenter.retire(reason))
    presenter.load(lambda: keeper.load(lambda found: page.show_values(found.values)))
    return page


def thresholds_page(say: Say, run: Run, session: Session) -> ThresholdsPage:
    """The numbers that questions use."""
    page = ThresholdsPage(say)
    presenter = ThresholdsPresenter(say, run, session, page, page.signed.emit)
    keeper = Keeper(say, page, run, session, "thresholds", page.values)
    page.typed.connect(keeper.typed)
    page.must_save.connect(keeper.save)
    page.signed.connect(keeper.finished)
    page.sign_pressed.connect(lambda words, reason: presenter.sign(words, reason))
    presenter.load(lambda: keeper.load(lambda found: page.show_values(found.values)))
    return page
