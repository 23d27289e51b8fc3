"""The hands of a worker and of a lead in the real windows, and the questions that their screens show.

A field is named as on its page (`visitapp/ui/visit/fieldname.py`), an answer by the words on the screen; `{joe}` in a
name stands for the id of that child, adult (by first name) or professional (by role).
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.office.made import Office
from tests.ui.visit.asked.families import case_file
from visitapp.actions import cases
from visitapp.actions.lockscreen import numbers_on_this_laptop
from visitapp.actions.session import Session
from visitapp.app.places import Pages
from visitapp.domain.marks import Mark
from visitapp.exchange.casefile import read
from visitapp.questions.choosing import silence
from visitapp.settings import Settings
from visitapp.ui.background import Background
from visitapp.ui.bodymap.accounts import WhoField
from visitapp.ui.bodymap.mobility import Mobility
from visitapp.ui.bodymap.page import BodyMapPage
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.fields import Area, Field, Line, Select
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.shell.window import Shell
from visitapp.ui.visit.fieldname import go_to
from visitapp.words import Text

T = TypeVar("T")
SILENCE = "Q25"


class Desk:
    """One person's window over an open vault."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.background = Background()
        self.bugs: list[object] = []
        self.background.crashed.connect(self.bugs.append)
        self.shell = Shell(session.say, lead=session.who.role == "lead", lock_after=86_400)
        settings = Settings(theme="light")
        self.pages = Pages(self.shell, self.background, session, session.say, numbers_on_this_laptop, settings)
        self.pages.show("settings")

    def to_front(self, qtbot: QtBot) -> None:
        with qtbot.waitActive(self.shell):
            self.shell.show()
            self.shell.activateWindow()

    def close(self) -> None:
        self.background.close()
        self.shell.close()
        self.shell.deleteLater()


def _opens(desk: Desk) -> bool:
    """Whether a page, or a part of one, was asked for that does not stand there yet."""
    page = desk.shell.page()
    return desk.pages.opening or (page is not None and page.opening)


class Hands:
    """Fills in fields of the page that is shown, as a person does, and reads the questions on it."""

    def __init__(self, qtbot: QtBot, office: Office, worker: Desk, lead: Desk) -> None:
        self._qtbot, self._office, self._worker, self._lead = qtbot, office, worker, lead
        self._at = worker
        self._ids: dict[str, str] = {}
        self.stream = ""
        worker.to_front(qtbot)

    # Where one is

    def know(self, **family: Any) -> None:
        """A family comes to be known: as a case file tells it (`families.case_file`)."""
        file = read(case_file(self._office.worker.today(), **family), "family")
        self.stream = self._ask(lambda: cases.take_in(self._worker.session, file))
        case = self._ask(lambda: self._worker.session.case(self.stream))
        named = [*case.children, *case.people.values()]
        self._ids = {one.name.split()[0].lower(): one.id for one in named}
        self._ids |= {one.role: one.id for one in case.professionals.values()}

    def begin(self, kind: str = "visit") -> None:
        """Begin a visit, a quick note or a visit without a reply."""
        self._at.pages.begin(self.stream, kind)  # type: ignore[arg-type]  # a kind of draft
        self.settle()

    def go(self, part: str) -> None:
        """Go to a part of the visit."""
        self._writing().go(part)
        self.settle()

    def visit(self) -> None:
        """Begin a visit and go to the write-up."""
        self.begin()
        self.go("write_up")

    def sign(self) -> None:
        """Sign what is on the page."""
        self.put("sign")
        desk = self._at
        self._qtbot.waitUntil(lambda: not (desk.background.waiting or _opens(desk)), timeout=60_000)

    def all_well(self) -> None:
        """Both children seen alone and heard, and where they sleep."""
        self.put("home:bedroom", "Seen")
        for child in ("ann", "joe"):
            self.put(f"child:{{{child}}}:usual")
            self.put(f"child:{{{child}}}:words", "Hello.")

    def sign_happened(self) -> None:
        """From the write-up to what one makes of it."""
        self.go("sign_happened")
        self.sign()

    def finish(self) -> None:
        """From the write-up to signing, and back to the questions that wait there, if any do."""
        self.go("sign_happened")
        questions: QWidget = self._writing().page_shown().questions
        if questions.isVisible():
            self.fill(questions)
        self.settle()

    def note(self, kind: str, **fields: str) -> None:
        """Sign a quick note of a kind."""
        self.begin("quick_note")
        self.put("note", "As noted.")
        self.put("how", kind)
        for name, words in fields.items():
            self.put(name, words)
        self.sign()

    def leave(self) -> None:
        """Leave all that is open."""
        for desk in (self._worker, self._lead):
            desk.pages.show("settings")
            self._settle(desk)
            assert desk.bugs == []

    def page(self) -> Page:
        """The page that is shown: of a visit, that of its part."""
        page: Any = self._at.shell.page()
        return getattr(page, "help_page", lambda: page)()

    def referral(self, read_back: str) -> None:
        """Sign a referral by telephone, read back or not."""
        self.begin("quick_note")
        self.put("note", "As noted.")
        self.put("how", "Referral")
        self.add("worry", by="doctor", words="She has lost weight.", read_back=read_back)
        self.sign()

    def decide(self, what: str, dissent: str) -> None:
        """A visit of the worker's comes to the lead, who decides on it; it comes back."""
        self.visit()
        contact = self._writing().presenter.draft.contact.id
        self.sign_happened()
        self._sync()
        self._at = self._lead
        self._lead.to_front(self._qtbot)
        self._lead.pages.open_for_lead(self.stream, contact)
        self.settle()
        form = self._writing().reply
        self.fill(form.which, "Decision, with reasons")
        for name, words in (("decision", what), ("reasons", "All is agreed."), ("dissent", dissent)):
            self.fill(form.fields()[name], words)
        self.fill(form.button)
        self.settle()
        self._at = self._worker
        self._worker.to_front(self._qtbot)
        self._sync()

    def _sync(self) -> None:
        """Both laptops send and take in, from the worker to the lead and back."""
        for desk in (self._worker, self._lead, self._worker):
            assert desk.background.ask(lambda desk=desk: self._office.sync(desk.session)).problem is None

    def _writing(self) -> Any:
        return self._at.shell.page()

    def _ask(self, work: Callable[[], T]) -> T:
        return self._at.background.ask(work)

    def settle(self) -> None:
        """Until all came back, and the questions were asked about what stands there now."""
        self._settle(self._at)

    def _settle(self, desk: Desk) -> None:
        def still() -> bool:
            page: Any = desk.shell.page()
            presenter = getattr(page, "presenter", None)
            asks = getattr(presenter, "wants_cards", lambda: False)()
            return not (asks or desk.background.waiting or _opens(desk))

        self._qtbot.waitUntil(still, timeout=60_000)
        QApplication.processEvents()  # what came is on the screen only now

    # Filling in

    def put(self, name: str, words: str = "") -> None:
        """Fill the field of a name, choose the answer of these words, or press it."""
        name = name.format(**self._ids, mark=self._newest_mark())
        root = self.page()
        self._qtbot.waitUntil(lambda: go_to(root, name) is not None, timeout=60_000)
        found = (one for one in root.findChildren(QWidget) if one.property("field") == name and one.isVisibleTo(root))
        self.fill(next(found), words)

    def _newest_mark(self) -> str:
        marks: tuple[Mark, ...] = self._writing().presenter.draft.of(Mark)
        return marks[-1].id if marks else ""

    def fill(self, widget: QWidget, words: str = "") -> None:
        """Fill a field, choose an answer, or press."""
        if isinstance(widget, Fold):
            widget = widget.button
        if isinstance(widget, QAbstractButton):
            assert widget.isVisible(), f"not on the screen: {widget.text()}"
            widget.setFocus()
            QTest.keyClick(widget, Qt.Key.Key_Space)
        elif isinstance(widget, Mobility):
            self.fill(widget.answer, words)
        elif isinstance(widget, Choice | TickRow):
            self._choose(widget, words)
        elif isinstance(widget, WhoField):
            self._name(widget, words)
        else:
            _type(widget.control if isinstance(widget, Field) else widget, words)
        QApplication.processEvents()

    def _choose(self, of: Choice | TickRow, words: str) -> None:
        """The answer of these words; without words, the chosen one is taken away."""
        buttons = of.buttons() if isinstance(of, Choice) else list(of.ticks().values())
        found = [one for one in buttons if (one.words() == words if words else one.isChecked())]
        assert found, f"no answer {words!r} among {[one.words() for one in buttons]}"
        if words:
            self.fill(found[0])
        else:
            QTest.keyClick(found[0], Qt.Key.Key_Delete)

    def _name(self, who: WhoField, words: str) -> None:
        known = who.select.control.findText(words) >= 0
        _type(who.select.control, words if known else "Someone else")
        if not known:
            _type(who.other.control, words)

    def add(self, form: str, **fields: str) -> None:
        """Open a small form, fill it in and add what it says."""
        for name, words in fields.items():
            self.put(f"{form}:{name}", words)
        self.put(f"{form}:put")

    # The body map

    def mark(self, child: str, place: str, **facts: str) -> None:
        """Open a child's body map, mark a place from its list, and say what it is. The map stays open."""
        if not isinstance(self.page(), BodyMapPage):
            self.put(f"marks:{{{child}}}")
            self._qtbot.waitUntil(lambda: isinstance(self.page(), BodyMapPage), timeout=60_000)
        page = self._map()
        if page.marks.isHidden():
            self.fill(page.editor.finish)
        self.fill(page.marks.add)
        self.fill(page.places.search, place)
        (there,) = page.places.list.findItems(place, Qt.MatchFlag.MatchFixedString)
        page.places.list.setCurrentItem(there)
        self.fill(page.places.mark)
        self.say_of_mark(**facts)

    def say_of_mark(self, **facts: str) -> None:
        """Fill in fields of the mark that is open."""
        for name, words in facts.items():
            self.fill(getattr(self._map().editor, name), words)

    def account(self, by: str, **facts: str) -> None:
        """What somebody said of the mark that is open."""
        self.fill(self._map().editor.accounts.more)
        self.say_of_account(by=by, **facts)

    def say_of_account(self, **facts: str) -> None:
        """Fill in fields of what was said last."""
        editor = list(self._map().editor.accounts.editors.values())[-1]
        for name, words in facts.items():
            self.fill(getattr(editor, name), words)

    def close_map(self) -> None:
        """Back to the write-up."""
        self.fill(self._map().done)
        self.settle()

    def _map(self) -> BodyMapPage:
        page = self.page()
        assert isinstance(page, BodyMapPage)
        return page

    # Questions

    def asked(self) -> dict[str, str]:
        """The questions of the product's list on the page that is shown, each with its words as they stand there.

        Where the page says of a mark that the rules ask nothing, that is Q25, the silence.
        """
        if isinstance(self.page(), BodyMapPage):
            self.close_map()
        self.settle()
        say = self._worker.session.say
        shown = [one.text() for one in self.page().findChildren(QLabel) if one.isVisible()]
        shown += [one.accessibleDescription() for one in self.page().findChildren(RowButton) if one.isVisible()]
        sentences = [one for card in self._writing().presenter.cards for one in (_inner(card.wording), *card.more)]
        found = {one.id.split(".")[1]: say(one) for one in sentences} | {SILENCE: say(silence())}
        return {name: words for name, words in found.items() if any(words in one for one in shown)}


def _inner(wording: Text) -> Text:
    """The question in what frames it (999, ring)."""
    while isinstance(inner := wording.args.get("question"), Text):
        wording = inner
    return wording


def _type(control: QWidget, words: str) -> None:
    assert control.isVisible(), f"not on the screen: {control.accessibleName()}"
    control.setFocus()
    if isinstance(control, Select):
        place = control.findText(words)
        assert place >= 0, f"no {words!r} among {[control.itemText(one) for one in range(control.count())]}"
        control.setCurrentIndex(place)
        control.activated.emit(place)  # as Qt does when somebody picks it from the open list
        return
    assert isinstance(control, Line | Area), control
    control.selectAll()
    QTest.keyClick(control, Qt.Key.Key_Delete)
    QTest.keyClicks(control, words)
