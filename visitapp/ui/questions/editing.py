"""Changing the list: a question of one's own, one of the product, the numbers; each signed with a reason. No Qt.

An edit is a function of the changes that stand when it is signed, so that nothing signed meanwhile is undone.
"""

from collections.abc import Callable
from typing import Protocol

from visitapp.actions import checklist as verbs
from visitapp.actions.checklist import MOST_THRESHOLD, QuestionRow
from visitapp.actions.session import Session
from visitapp.domain.checklist import (
    Changes,
    OwnQuestion,
    Reworded,
    brought_back,
    with_own,
    with_thresholds,
    with_words,
    without,
)
from visitapp.domain.organisation import Thresholds
from visitapp.errors import VisitAppError
from visitapp.ui.questions.ownform import OwnForm, as_own, form_of
from visitapp.ui.questions.productwords import ProductWords, product_words
from visitapp.ui.questions.thresholdwords import DEFINITION, MOST_DEFINITION, read, typed
from visitapp.ui.run import Run, why
from visitapp.words import Say, Text

Edit = Callable[[Changes], Changes]


class Editing:
    """What signing a change of the list has in common: once at a time, and `signed` when it stands."""

    def __init__(self, say: Say, run: Run, session: Session, owner: object, signed: Callable[[], None]) -> None:
        self.say, self._run, self._session, self._owner, self._signed = say, run, session, owner, signed
        self._busy = False

    def sign(self, edit: Edit, reason: str, failed: Callable[[VisitAppError], None]) -> None:
        """Sign what the edit makes of the list; pressed twice, once."""
        if self._busy:
            return
        self._busy = True

        def came(_version: str) -> None:
            self._busy = False
            self._signed()

        def refused(error: VisitAppError) -> None:
            self._busy = False
            failed(error)

        self._run(lambda: verbs.change(self._session, edit, reason), came, refused, owner=self._owner)

    def find(self, question: str, found: Callable[[QuestionRow | None], None], failed: Callable[[str], None]) -> None:
        """Look a question up as it stands now."""

        def look() -> QuestionRow | None:
            rows = verbs.checklist(self._session).rows
            return next((row for row in rows if row.question.id == question), None)

        self._run(look, found, lambda error: failed(self.say(why(error))), owner=self._owner)


class OwnView(Protocol):
    """The page of a question of one's own."""

    def show_form(self, form: OwnForm) -> None: ...

    def show_known(self, retired: str, *, known: bool) -> None: ...

    def show_said(self, said: str, error: str) -> None: ...

    def show_wrong(self, field: str, words: str) -> None: ...

    def show_failure(self, words: str) -> None: ...


class OwnPresenter:
    """Adds a question (`question` "") or changes one of the organisation's own."""

    def __init__(
        self, say: Say, run: Run, session: Session, view: OwnView, question: str, signed: Callable[[], None]
    ) -> None:
        self._say, self._run, self._view = say, run, view
        self._known = bool(question)
        self._id = question or f"own_{session.new_id()[:12]}"
        self._retired = ""
        self._looked = 0
        self._editing = Editing(say, run, session, view, signed)

    def load(self, then: Callable[[], None]) -> None:
        """Fill the fields of a question that is known; then go on."""
        if not self._known:
            then()
            return

        def came(row: QuestionRow | None) -> None:
            if row is not None and row.own is not None:
                self._retired = row.retired
                self._view.show_form(form_of(row.own))
                self._view.show_known(row.retired, known=True)
            then()

        self._editing.find(self._id, came, self._view.show_failure)

    def look_at(self, subject: str, condition: str) -> None:
        """With every change of the condition: what it says, and what is wrong with it. The last one counts."""
        self._looked += 1
        number = self._looked

        def came(found: tuple[Text | None, Text | None]) -> None:
            if number == self._looked:
                said, wrong = found
                self._view.show_said(self._say(said) if said else "", self._say(wrong) if wrong else "")

        self._run(lambda: verbs.look_at(subject or "child", condition), came, owner=self._view)

    def own(self, form: OwnForm) -> OwnQuestion:
        """The question that stands in the fields."""
        return as_own(form, self._id)

    def sign(self, form: OwnForm) -> None:
        """Sign it as it stands in the fields."""
        own = self.own(form)
        self._editing.sign(lambda changes: with_own(changes, own), form.reason, self._refused)

    def retire(self, form: OwnForm) -> None:
        """Ask it no more, or again."""
        back = bool(self._retired)

        def edit(changes: Changes) -> Changes:
            return brought_back(changes, self._id) if back else without(changes, self._id, form.reason)

        self._editing.sign(edit, form.reason, self._refused)

    def _refused(self, error: VisitAppError) -> None:
        why_ = error.named.get("why")
        words = self._say(why_) if why_ is not None else self._say(why(error))
        self._view.show_wrong(str(error.named.get("field", "reason")), words)


class ProductView(Protocol):
    """The page of a question of the product."""

    def show_product(self, found: ProductWords) -> None: ...

    def show_wrong(self, words: str) -> None: ...

    def show_failure(self, words: str) -> None: ...


class ProductPresenter:
    """Puts a question of the product into other words, retires it or brings it back."""

    def __init__(
        self, say: Say, run: Run, session: Session, view: ProductView, question: str, signed: Callable[[], None]
    ) -> None:
        self._say, self._view, self._id = say, view, question
        self._row: QuestionRow | None = None
        self._editing = Editing(say, run, session, view, signed)

    def load(self, then: Callable[[], None] = lambda: None) -> None:
        """Show it as it stands; then go on."""

        def came(row: QuestionRow | None) -> None:
            self._row = row
            if row is not None:
                self._view.show_product(product_words(self._say, row))
            then()

        self._editing.find(self._id, came, self._view.show_failure)

    def sign(self, words: dict[str, str], reason: str) -> None:
        """Sign other words for its sentences; a field left empty takes the product's again."""
        product = {one.id: one.product for one in self._row.sentences} if self._row else {}

        def edit(changes: Changes) -> Changes:
            for id_, said in words.items():
                one = Reworded(question=self._id, sentence=id_, words=said, was=product.get(id_, ""))
                changes = with_words(changes, one)
            return changes

        self._editing.sign(edit, reason, self._refused)

    def retire(self, reason: str) -> None:
        """Ask it no more, or again."""
        back = bool(self._row and self._row.retired)

        def edit(changes: Changes) -> Changes:
            return brought_back(changes, self._id) if back else without(changes, self._id, reason)

        self._editing.sign(edit, reason, self._refused)

    def _refused(self, error: VisitAppError) -> None:
        self._view.show_wrong(self._say(why(error)))


class ThresholdsView(Protocol):
    """The page of the numbers."""

    def show_values(self, values: dict[str, str]) -> None: ...

    def show_wrong(self, wrong: dict[str, str], reason: str) -> None: ...

    def show_failure(self, words: str) -> None: ...


class ThresholdsPresenter:
    """Sets the numbers that questions use."""

    def __init__(self, say: Say, run: Run, session: Session, view: ThresholdsView, signed: Callable[[], None]) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._before = Thresholds()
        self._editing = Editing(say, run, session, view, signed)

    def load(self, then: Callable[[], None]) -> None:
        """Fill the fields with what holds; then go on."""

        def came(found: Thresholds) -> None:
            self._before = found
            self._view.show_values(typed(found))
            then()

        self._run(
            self._session.thresholds, came, lambda error: self._view.show_failure(self._say(why(error))),
            owner=self._view,
        )  # fmt: skip

    def sign(self, words: dict[str, str], reason: str) -> None:
        """Sign the numbers as they stand in the fields."""
        found, wrong = read(self._before, words, MOST_THRESHOLD)
        number = self._say("threshold.wrong", most=MOST_THRESHOLD)
        long = self._say("threshold.too_long", most=MOST_DEFINITION)
        told = {name: long if name == DEFINITION else number for name in wrong}
        self._view.show_wrong(told, "")
        if not wrong:
            self._editing.sign(lambda changes: with_thresholds(changes, found), reason, self._refused)

    def _refused(self, error: VisitAppError) -> None:
        self._view.show_wrong({}, self._say(why(error)))
