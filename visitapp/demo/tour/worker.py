"""The worker's part of the tour: a visit from the car to both signatures, offline, and the next visit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from visitapp.actions import asking, cases, copying, numbers, reading, syncing, visits
from visitapp.actions.lockscreen import numbers_on_this_laptop
from visitapp.demo.people import LEAD
from visitapp.demo.tour.scene import Scene
from visitapp.domain.contact import ChildSeen, Note
from visitapp.domain.judgement import Answer, QuestionBack, View
from visitapp.domain.marks import Account, Mark
from visitapp.errors import Offline
from visitapp.questions.choosing import Card
from visitapp.store import log, sending
from visitapp.ui.bodymap.page import BodyMapPage
from visitapp.ui.kit.question import QuestionCard
from visitapp.ui.quicknote.page import QuickNotePage
from visitapp.ui.today.page import TodayPage
from visitapp.ui.visit.flow import VisitFlow

SAW = "Mia on Jess's knee, cereal over one cheek. She looked round at the door."
SAID = "She banged it on the cot bars."


def worker_steps(scene: Scene) -> None:
    """01 to 14."""
    _unlock(scene)
    _today(scene)
    _prepare(scene)
    _be_there(scene)
    _covered(scene)
    _before_you_drive(scene)
    _write_up(scene)
    _body_map(scene)
    _accounts(scene)
    _questions(scene)
    _reflect(scene)
    _signed(scene)
    _offline(scene)
    _synced(scene)


def unlock(scene: Scene, role: str) -> None:
    """Open this person's window and give the passphrase."""
    window = scene.use(role)
    came: list[bool] = []
    window.ready.connect(lambda: came.append(True))
    scene.driver.until(lambda: isinstance(scene.driver.focus(), QWidget), "a field with the focus")
    scene.driver.until(lambda: window.loaded, "what is loaded behind the first page: nobody types faster")
    scene.passphrase()
    scene.driver.press(Qt.Key.Key_Return)
    scene.driver.until(lambda: came, "the first page after unlocking")
    scene.tap()


def _unlock(scene: Scene) -> None:
    driver = scene.driver
    window = scene.use("worker")
    card = numbers_on_this_laptop(scene.demo.worker)
    driver.check(card is not None and len(card.numbers) == 8, "the locked screen has the 8 numbers of the signed card")
    driver.check(window.session is None, "no vault is open")
    driver.step("01-unlock", "Started VisitApp: the page that asks for the passphrase, with the numbers to ring.")
    unlock(scene, "worker")


def _today(scene: Scene) -> None:
    driver = scene.driver
    page = scene.page(TodayPage)
    scene.stream = scene.family("Brindle")
    driver.settle()
    driver.check(scene.ask(numbers.signed_card) is not None, "the numbers are signed in the organisation's stream")
    shown = len(page.lists["families"].buttons())
    driver.check(shown == len(scene.ask(cases.cases)) == 3, "the page shows the 3 families of the vault")
    driver.step("02-today", "Unlocked: the day with whom to see by when.")


def _prepare(scene: Scene) -> None:
    driver = scene.driver
    scene.begin(scene.stream, "visit")
    flow = scene.page(VisitFlow)
    driver.until(lambda: not flow.opening, "the visit")
    scene.saved(lambda draft: len(draft.prompts) > 0, "the cards chosen now are kept with the draft")
    draft = scene.draft()
    again = scene.ask(lambda session: asking.pinned(session, draft)[1])
    driver.check(
        [card.key for card in again] == [one.card for one in draft.prompts], "asked again, the same cards come"
    )
    scene.contact = draft.contact.id
    driver.step("03-prepare", "In the car: read what is known, what was promised, three things to hold in mind.")


def _be_there(scene: Scene) -> None:
    driver = scene.driver
    driver.set("there")
    driver.fill("in_home", f"{scene.marker.words}. Kettle on, Mia in her chair.", counted=False)
    mia, tom = (child.id for child in scene.case().children)
    driver.set(f"child:{mia}:seen")
    driver.set(f"child:{tom}:seen")
    scene.saved(
        lambda draft: scene.marker.words in "".join(one.text for one in draft.in_home), "what was typed, unchanged"
    )
    scene.saved(
        lambda draft: {one.child: one.seen for one in draft.of(ChildSeen)} == {mia: "yes", tom: "yes"},
        "both children are ticked as seen",
    )
    driver.step("04-be-there", "In the home: one field and one row a child.")


def _covered(scene: Scene) -> None:
    driver, shell = scene.driver, scene.window.shell
    driver.press(Qt.Key.Key_F9)
    driver.until(lambda: shell.shows() == "cover", "the cover")
    title = shell.windowTitle()
    names = [child.name.split()[0] for child in scene.case().children]
    driver.check(not any(name in title for name in names), "no name stands in the window's title")
    driver.step("05-covered", "F9: a plain page with nobody's data covers the screen.")
    driver.press(Qt.Key.Key_F9)
    scene.passphrase()
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: shell.shows() == "open", "coming back with the passphrase")
    driver.check(scene.marker.words in scene.draft().in_home[0].text, "what was typed is still there")


def _before_you_drive(scene: Scene) -> None:
    driver = scene.driver
    driver.set("on")
    mia, tom = scene.case().children
    driver.set(f"child:{tom.id}:usual")
    driver.set("covered", 1)
    driver.tick(f"covered:{mia.id}", scene.say("visit.covered.part.face"))
    driver.fill(f"covered:{mia.id}:face:by", "cereal")
    driver.set(f"covered:{mia.id}:face:asked", 1)
    scene.saved(lambda draft: any(one.covered for one in draft.of(ChildSeen)), "the face was covered, and by what")
    cards = _cards(scene)
    today = [due.question for card in cards if card.today for due in card.dues]
    driver.check("Q19" in today, "the rules ask at once, for today, about the face that was not seen")
    key = next(card.key for card in cards if card.today)
    driver.field(f"question:{key}")
    driver.top(driver.until(lambda: _card(scene, key), "its card"))
    driver.step(
        "06-before-you-drive", "Back in the car: the face was covered, so something must be done before driving."
    )


def _cards(scene: Scene) -> tuple[Card, ...]:
    draft = scene.draft()
    return scene.ask(lambda session: asking.cards(session, draft))


def _write_up(scene: Scene) -> None:
    driver = scene.driver
    driver.set("on")
    driver.fill("note", SAW, counted=False)
    driver.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    driver.set("this:like")
    driver.tick("who", "Jess")
    driver.set("home:same")
    scene.saved(lambda draft: bool(draft.note) and draft.note[0].text == SAW, "the note, word for word")
    scene.saved(lambda draft: draft.note[0].mark == "saw_or_heard", "the paragraph is marked as seen or heard")
    scene.saved(lambda draft: len(draft.contact.present) == 1, "who was there")
    driver.field("note")
    driver.step("07-write-up", "At the desk: one running note, marked with Alt+1; who was there; the rooms.")


def _map(scene: Scene) -> BodyMapPage:
    flow = scene.page(VisitFlow)
    page: BodyMapPage = scene.driver.until(
        lambda: next((one for one in flow.findChildren(BodyMapPage) if one.isVisible()), None), "the body map"
    )
    return page


def _choose(scene: Scene, field: QWidget, words: str) -> None:
    """Choose in a list by typing how it begins, as with any list."""
    field.setFocus()
    scene.driver.show(field)
    scene.driver.type(words, counted=True)


def _body_map(scene: Scene) -> None:
    driver = scene.driver
    mia = scene.case().children[0]
    driver.set(f"marks:{mia.id}")
    page = _map(scene)
    page.group.buttons()[1].setFocus()
    driver.press(Qt.Key.Key_Space)
    view = driver.until(lambda: page.pictures.figures.get("head_left"), "the drawing of the head from the left")
    number = view.drawing.number("ear", "left")
    driver.click_at(view, lambda: view.pixel_of(number).toPoint())
    driver.until(page.editor.isVisible, "the panel of the mark")
    _choose(scene, page.editor.kind.control, scene.say("code.mark_kind.bruise"))
    scene.saved(
        lambda draft: any(mark.kind == "bruise" for mark in draft.of(Mark)), "a bruise, set where it was clicked"
    )
    mark = scene.draft().of(Mark)[0]
    driver.check((mark.region, mark.side, mark.child) == ("ear", "left", mia.id), "left ear: the child's own left")
    driver.check(mark.point is not None and mark.point.view == "head_left", "the mark keeps drawing, view and point")
    driver.step(
        "08-body-map", "A bruise on the left ear, on the drawing of the head; the same can be done from a list."
    )


def _accounts(scene: Scene) -> None:
    driver, page = scene.driver, _map(scene)
    driver.click(page.editor.accounts.more)
    editor = driver.until(lambda: next(iter(page.editor.accounts.editors.values()), None), "the panel of what was said")
    _choose(scene, editor.by.select.control, "Jess")
    editor.words.control.setFocus()
    driver.type(SAID)
    editor.verbatim.buttons()[0].setFocus()
    driver.press(Qt.Key.Key_Space)
    scene.saved(lambda draft: any(one.text == SAID for one in draft.of(Account)), "what Jess said, word for word")
    account = scene.draft().of(Account)[0]
    driver.check(scene.case().name(account.by) == "Jess Brindle", "said by Jess Brindle")
    driver.check(account.about == (scene.draft().of(Mark)[0].id,), "about this mark")
    driver.show(editor.by)
    driver.step("09-accounts", "What was said about the mark, as it was spoken, by whom.")
    driver.click(page.done)


def _questions(scene: Scene) -> None:
    driver = scene.driver
    driver.until(lambda: {"Q11", "Q13"} <= _asked(scene), "the questions about the mark, for today")
    driver.check(True, "the rules ask for today: a mark on a child not yet moving about (Q11), on the ear (Q13)")
    told = next(card for card in _cards(scene) if any(due.question == "Q13" for due in card.dues))
    card = driver.until(lambda: _card(scene, told.key), "the card of the mark")
    driver.show(card.way)
    card.way.buttons()[1].setFocus()
    driver.press(Qt.Key.Key_Space)
    driver.type(LEAD)
    card.told.at.control.setFocus()
    driver.type("16:40")
    scene.saved(
        lambda draft: any(one.how == "told" and one.told_who == LEAD for one in draft.of(Answer)), "whom I told"
    )
    driver.top(card)
    driver.step(
        "10-extra-questions", "The extra questions, one card a matter; the one for today is answered: told whom, when."
    )


def _asked(scene: Scene) -> set[str]:
    return {due.question for card in _cards(scene) if card.today for due in card.dues}


def _card(scene: Scene, key: str) -> QuestionCard | None:
    page = scene.page(VisitFlow)
    return next((one for one in page.findChildren(QuestionCard) if one.key == key and one.isVisible()), None)


def _reflect(scene: Scene) -> None:
    driver = scene.driver
    before = len(scene.ask(lambda session: log.signed_entries(session.db, scene.stream)))
    driver.set("on")
    driver.set("sign")
    driver.until(lambda: scene.draft().happened_record, "the first signature")
    driver.check(
        len(scene.ask(lambda session: log.signed_entries(session.db, scene.stream))) == before + 1,
        "what happened is one record more in the log",
    )
    case = scene.case()
    notes = [one for one in case.of(Note) if one.contact == scene.contact]
    driver.check(
        {one.written for one in notes} == {"in_the_home", "afterwards"}, "both notes: in the home and afterwards"
    )
    driver.check(notes[0].text.startswith(scene.marker.words), "what was typed in the home is signed unchanged")
    driver.set("view:changed", 2)
    driver.fill("view:why", "The ear does not fit with neglect alone.", counted=True)
    scene.saved(lambda draft: bool(draft.of(View)), "what I make of it")
    driver.step("11-reflect", "What happened is signed. Does today change my view? One line; not sure is an answer.")


def _signed(scene: Scene) -> None:
    driver = scene.driver
    driver.set("sign")
    flow = scene.page(VisitFlow)
    driver.until(lambda: not scene.ask(visits.unfinished), "no draft left")
    kinds = [one.kind for one in scene.ask(lambda session: log.signed_entries(session.db, scene.stream))]
    driver.check(kinds[-2:] == ["visit", "make_of_it"], "two records in the log: visit, what I make of it")
    driver.check(not scene.ask(visits.unfinished), "the draft is gone")
    driver.step("12-signed", "Both signatures stand; what colleagues think shows only now.")
    with driver.held.aside():
        scene.demo.server.stop()
    scene.done_with(flow)


def _offline(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    scene.begin(scene.stream, "quick_note")
    page = scene.page(QuickNotePage)
    driver.fill("note", "Rang the surgery: the doctor will look at the ear at five.", counted=False)
    driver.set("sign")
    driver.until(lambda: scene.window.shell.page() is not page, "the quick note signed")
    window.sync()
    driver.until(
        lambda: window.syncer.last and isinstance(window.syncer.last.problem, Offline), "no answer from the server"
    )
    counts = scene.ask(lambda session: sending.counts(session.db))
    driver.check(counts.unsent >= 1, f"{counts.unsent} records wait in the vault")
    driver.check(not scene.demo.server.running, "the server is stopped")
    window.show_status()
    driver.settle()
    driver.step(
        "13-offline-waiting",
        "The server is stopped. A quick note is signed all the same; it waits, and the foot says so.",
    )


def _synced(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    with driver.held.aside():
        scene.demo.server.start()
    window.sync()
    driver.until(lambda: scene.ask(lambda session: sending.counts(session.db)).unsent == 0, "everything sent")
    entries = scene.ask(lambda session: log.signed_entries(session.db, scene.stream))
    driver.check(all(one.on_server for one in entries), f"a receipt covers each of the {len(entries)} records")
    receipts = scene.ask(syncing.receipts_csv).count("\n") - 1
    driver.check(receipts >= len(entries), f"the receipt log of this laptop has {receipts} lines")
    scene.window.pages.show_status()
    driver.settle()
    driver.step("14-synced-receipts", "The server is started again: everything is on it, and the receipts say so.")


def back_at_work(scene: Scene) -> None:
    """18 to 21."""
    _next_prepare(scene)
    _chronology(scene)
    _copy(scene)
    _quick_note(scene)


def _next_prepare(scene: Scene) -> None:
    driver, window = scene.driver, scene.use("worker")
    window.sync()
    driver.until(lambda: scene.case().of(QuestionBack), "the lead's question")
    scene.begin(scene.stream, "visit")
    flow = scene.page(VisitFlow)
    driver.until(lambda: not flow.opening, "the next visit")
    first = flow.presenter.cards[0].dues[0] if flow.presenter else None
    asked = scene.case().of(QuestionBack)[0]
    driver.check(first is not None and first.question == f"lead:{asked.id}", "the lead's question is the first card")
    driver.check(asked.text == scene.question, "in the lead's own words")
    driver.step("18-next-prepare", "The next visit begins with the lead's question.")
    window.shell.back()
    driver.settle()


def _chronology(scene: Scene) -> None:
    driver = scene.driver
    rows = scene.ask(lambda session: reading.chronology(session, scene.stream))
    scene.window.pages.cases.chronology(scene.stream)
    driver.settle()
    driver.check(any(row.words == SAID for row in rows), "the chronology has what was said about the mark")
    driver.check(all(row.signed_at for row in rows), f"each of its {len(rows)} lines says when it was signed")
    driver.step("19-chronology", "Everything about the family by date: happened, written, signed and sent apart.")


def _copy(scene: Scene) -> None:
    driver = scene.driver
    sections = scene.ask(lambda session: copying.sections(session, scene.stream, scene.contact))
    driver.check(any(SAID in one.text for one in sections), "a section holds what was said, word for word")
    scene.window.pages.cases.copy(scene.stream, scene.contact)
    driver.settle()
    driver.step(
        "20-copy-for-case-system", "The visit by section, in the order of the council's form, to copy one by one."
    )


def _quick_note(scene: Scene) -> None:
    driver = scene.driver
    scene.begin(scene.stream, "quick_note")
    page = scene.page(QuickNotePage)
    driver.fill("note", "Jess rang. Mia slept well.", counted=False)
    driver.step("21-quick-note", "A phone call as a quick note: the words, and sign.")
    driver.set("sign")
    driver.until(lambda: scene.window.shell.page() is not page, "the quick note signed")
    driver.check(
        any(note.text == "Jess rang. Mia slept well." for note in scene.case().of(Note)),
        "the note is signed in the vault",
    )
