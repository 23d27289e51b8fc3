"""The lead's inbox and a visit before the lead, over real vaults: what comes in, what is signed, what is kept."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.office.made import Office
from tests.office.screens import at_once, shown
from visitapp.actions import asking, cases, visits
from visitapp.actions.lead import Inbox, InboxLine, inbox
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, write
from visitapp.domain.contact import ChildSeen, Contact, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.family import Child, Plan
from visitapp.domain.item import Item
from visitapp.domain.items import Entry, Line
from visitapp.domain.judgement import Answer, Decision, NextVisit, QuestionBack, ReadBy, Reply
from visitapp.domain.marks import Mark
from visitapp.ui.inbox.replies import REPLIES, Typed, wrong
from visitapp.ui.inbox.rows import rows
from visitapp.ui.inbox.wiring import inbox_page, lead_visit_page
from visitapp.ui.kit.choice import TickRow
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.kit.text import Prose
from visitapp.words import text

EXAMPLE = Path(__file__).parents[2] / "reference" / "example-case.yaml"
QUESTION = "Who had Joe between school and tea?"


@pytest.fixture
def visit(the_office: Office) -> tuple[str, str]:
    """A visit that the worker signed and that came to the lead: its stream and id."""
    worker = the_office.worker
    stream = cases.import_case(worker, EXAMPLE)
    draft = visits.begin(worker, stream, "visit")
    ann = worker.case(stream).children[0].id
    seen = ChildSeen(id=worker.new_id(), contact=draft.contact.id, child=ann, seen="yes", alone="yes")
    draft = replace(draft.with_item(seen), note=(Paragraph("The kitchen was warm.", "saw_or_heard"),))
    visits.sign_happened(worker, draft, asking.cards(worker, draft))
    for session in (worker, the_office.lead):
        assert the_office.sync(session).problem is None
    return stream, draft.contact.id


@pytest.fixture
def page(qtbot, theme, say, the_office: Office, visit):
    return shown(qtbot, lead_visit_page(say, at_once, the_office.lead, *visit))


def of(office: Office, visit, kind):
    return office.lead.case(visit[0]).of(kind)


def came_in(page, visit) -> list[RowButton]:
    """The rows that lead to this visit."""
    opened = []
    page.visit_opened.connect(lambda *at: opened.append(at))
    found = []
    for button in page.lists["came_in"].buttons():
        button.click()
        if opened.pop() == visit:
            found.append(button)
    return found


def test_what_came_in_stands_there_in_two_lines_and_opens(qtbot, theme, say, the_office: Office, visit):
    page = shown(qtbot, inbox_page(say, at_once, the_office.lead))
    (row,) = came_in(page, visit)
    assert "Ann Marlowe" in row.accessibleDescription()
    assert "Asha Reed" in row.accessibleDescription()
    with qtbot.waitSignal(page.visit_opened) as opened:
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert tuple(opened.args) == visit


def came(office: Office, stream: str, contact: Contact, *items: Item) -> InboxLine:
    """What the lead's inbox says of a contact that the worker signed."""
    lines = tuple(Line(item) for item in (contact, *items))
    worker = office.worker
    write(worker, stream, Entry(kind="visit", at=worker.at(), by=worker.who.member, lines=lines, contact=contact.id))
    for session in (worker, office.lead):
        assert office.sync(session).problem is None
    return next(line for line in inbox(office.lead).came_in if line.contact == contact.id)


def test_a_phone_call_says_nothing_of_seeing_and_a_mark_is_named(the_office: Office, visit, say):
    worker, (stream, _) = the_office.worker, visit
    call = replace(contact_on(worker, worker.today()), kind="phone")
    assert came(the_office, stream, call).more == ()
    ann, home = worker.case(stream).children[0].id, contact_on(worker, worker.today())
    mark = Mark(id=worker.new_id(), contact=home.id, child=ann, region="ear", side="left", kind="bruise")
    seen = ChildSeen(id=worker.new_id(), contact=home.id, child=ann, seen="yes")
    line = came(the_office, stream, home, seen, mark)
    assert [say(one) for one in line.more] == ["Mark on Ann Marlowe: bruise (left ear).", "Nobody seen alone."]


def test_an_act_today_matter_told_to_nobody_by_name_needs_the_lead(the_office: Office, visit):
    worker, (stream, _) = the_office.worker, visit
    for whom, found in (("Dr Vale", []), ("", ["lead.act_today_open"])):
        contact = contact_on(worker, worker.today())
        told = Answer(
            id=worker.new_id(), question="Q11", contact=contact.id, how="told", text="Rang.", told_who=whom, today=True
        )
        came(the_office, stream, contact, told)
        needs = inbox(the_office.lead).needs_you
        assert [line.what.id for line in needs if line.contact == contact.id] == found


def test_what_needs_the_lead_says_of_what_it_is(the_office: Office, visit, say):
    worker, (stream, _) = the_office.worker, visit
    contact = contact_on(worker, worker.today())
    left = [
        Answer(id=worker.new_id(), question=question, contact=contact.id, how=how, today=True)
        for question, how in (("Q11", "offered"), ("Q12", "offered"), ("Q19", "not_safe_to_ask"), ("own_1", "offered"))
    ]
    came(the_office, stream, contact, *left)
    said = [say(line.what) for line in inbox(the_office.lead).needs_you if line.contact == contact.id]
    assert said == [
        "To act on today, and nobody is named at the other end: “A mark that health has to hear of today.”",
        "Not safe to ask: “Face, hands, head: see all of it, and ask for it to be wiped or moved.” "
        "How can it be asked, and by whom?",
        "To act on today, and nobody is named at the other end: “A question of our own.”",
    ]


def test_every_part_of_the_inbox_says_so_when_it_is_empty(qtbot, theme, say, the_office: Office, unnamed):
    page = shown(qtbot, inbox_page(say, at_once, the_office.lead, lambda _session: Inbox((), (), (), ())))
    assert all(nothing.isVisible() for nothing in page.nothing.values())
    assert unnamed(page) == []
    with qtbot.waitSignal(page.people_wanted):
        page.people.click()


def test_the_first_row_has_the_focus_though_it_comes_later_than_the_page(qtbot, theme, say, the_office: Office, visit):
    jobs = []
    page = shown(qtbot, inbox_page(say, lambda *job, **_how: jobs.append(job), the_office.lead))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    work, done, *_ = jobs[0]
    done(work())
    qtbot.waitUntil(lambda: isinstance(page.focusWidget(), RowButton))


def test_rows_say_the_child_what_is_asked_and_by_when(say):
    today = date(2021, 4, 9)
    line = InboxLine(
        stream="s",
        contact="",
        title="Marlowe family",
        children=("Ann", "Joe"),
        what=text("lead.past_date", by=date(2021, 4, 8)),
        by=date(2021, 4, 8),
    )
    found = rows(say, Inbox((line, line), (), (), (replace(line, by=today),)), today)
    assert found.needs_you[0].heading == "Ann and Joe"
    assert found.needs_you[0].tags == (("Past the date", "warn"),)
    assert found.dates[0].tags == (("Today", "info"),)
    assert len({row.key for row in found.needs_you}) == 2
    assert found.needs_you[0].key.startswith("s//")


def test_a_child_past_its_date_stays_in_sight_with_a_plan_or_without(the_office: Office):
    """A plan makes it something for today; without one it must not drop out of the dates on the day after."""
    lead, past = the_office.lead, the_office.lead.today() - timedelta(days=1)
    for name, plan in (("Mia", True), ("Tom", False)):
        stream = make_case_stream(lead)
        child, contact = Child(id=lead.new_id(), name=name), contact_on(lead, lead.today() - timedelta(days=9))
        items = [child, contact, NextVisit(id=lead.new_id(), contact=contact.id, by=past)]
        items += [Plan(id=lead.new_id(), child=child.id, kind="child_in_need")] if plan else []
        lines = tuple(Line(item) for item in items)
        write(lead, stream, Entry(kind="visit", at=lead.at(), by=lead.who.member, lines=lines, contact=contact.id))
    found = inbox(lead)
    what = text("lead.past_date", by=past)
    here = [("Mia",), ("Tom",)]
    assert [(line.children, line.what) for line in found.needs_you if line.children in here] == [(("Mia",), what)]
    assert [(line.children, line.what) for line in found.dates if line.children in here] == [(("Tom",), what)]


def contact_on(session: Session, day: date) -> Contact:
    return Contact(id=session.new_id(), date=Day.of(day), kind="home_visit", by=session.who.member)


def test_a_case_opens_where_it_is_about_no_visit(qtbot, theme, say, the_office: Office):
    line = InboxLine(stream="s", contact="", title="Marlowe", children=(), what=text("lead.nobody_alone"))
    page = shown(qtbot, inbox_page(say, at_once, the_office.lead, lambda _session: Inbox((line,), (), (), ())))
    with qtbot.waitSignal(page.case_opened) as opened:
        page.lists["needs_you"].buttons()[0].click()
    assert opened.args == ["s"]


def test_read_is_signed_once_and_the_visit_leaves_what_came_in(qtbot, the_office: Office, visit, page, say):
    assert "kitchen was warm" in "".join(part.text() for part in page.part.findChildren(Prose))
    with qtbot.waitSignal(page.signed):
        page.mark_read.click()
    assert len(of(the_office, visit, ReadBy)) == 1
    assert not page.mark_read.isVisible()
    again = shown(qtbot, inbox_page(say, at_once, the_office.lead))
    assert came_in(again, visit) == []


def test_a_question_back_goes_with_the_children_it_is_about(qtbot, the_office: Office, visit, page):
    page.activateWindow()
    page.to_question.click()
    qtbot.waitUntil(page.question_back.control.hasFocus)
    qtbot.keyClicks(page.question_back.control, QUESTION)
    joe = the_office.lead.case(visit[0]).children[1].id
    page.question.findChild(TickRow).ticks()[joe].click()
    with qtbot.waitSignal(page.signed):
        page.send_question.click()
    asked = of(the_office, visit, QuestionBack)
    assert [(one.text, one.children) for one in asked] == [(QUESTION, (joe,))]
    assert page.question_back.value() == ""
    assert page.done.isVisible()


def test_nothing_is_signed_while_something_is_missing(qtbot, the_office: Office, visit, page):
    page.send_question.click()
    assert page.errors.isVisible()
    page.reply.choose("decision")
    page.reply.button.click()
    assert page.reply.fields()["reasons"].error.isVisible()
    assert page.question_back.error.text() == ""
    assert of(the_office, visit, Decision) == ()
    assert of(the_office, visit, QuestionBack) == ()


@pytest.mark.parametrize("what", [code for code in REPLIES if code != "decision"])
def test_a_reply_is_signed_with_its_words(qtbot, the_office: Office, visit, page, what):
    page.reply.choose(what)
    for name, field in page.reply.fields().items():
        field.set_value(f"words of {name}")
    page.reply.button.click()
    replies = of(the_office, visit, Reply)
    assert [one.what for one in replies] == [what]
    assert replies[0].text.startswith("words of ")
    assert (replies[0].when == "words of when") == (what == "lets_talk")


def test_a_decision_is_signed_with_its_reasons_and_who_saw_it_differently(the_office: Office, visit, page):
    page.reply.choose("decision")
    for name in ("decision", "reasons", "dissent"):
        page.reply.fields()[name].set_value(name)
    page.reply.button.click()
    (decided,) = of(the_office, visit, Decision)
    assert (decided.what, decided.why, decided.dissent[0].text) == ("decision", "reasons", "dissent")
    assert not page.reply.button.isVisible()


def test_typed_words_are_there_again_after_leaving_and_gone_once_signed(qtbot, say, the_office: Office, visit, page):
    qtbot.keyClicks(page.question_back.control, QUESTION)
    page.reply.which.buttons()[0].click()
    qtbot.keyClicks(page.reply.fields()["good_catch"].control, "The hat was moved.")
    page.must_save.emit()
    again = shown(qtbot, lead_visit_page(say, at_once, the_office.lead, *visit))
    assert again.question_back.value() == QUESTION
    assert again.reply.which.value() == "good_catch"
    again.send_question.click()
    third = shown(qtbot, lead_visit_page(say, at_once, the_office.lead, *visit))
    assert third.question_back.value() == ""
    assert third.reply.fields()["good_catch"].value() == "The hat was moved."


def test_a_reader_of_the_own_visit_replies_to_nobody(qtbot, theme, say, the_office: Office, visit):
    page = shown(qtbot, lead_visit_page(say, at_once, the_office.worker, *visit))
    assert not page.question.isVisible()
    assert not page.mark_read.isVisible()
    assert {command.words for command in page.commands()}.isdisjoint({say("inbox.read"), say("inbox.question")})


def test_a_visit_that_is_not_here_says_so(qtbot, theme, say, the_office: Office, visit):
    page = shown(qtbot, lead_visit_page(say, at_once, the_office.lead, visit[0], "0" * 32))
    assert page.failure.words.text() == say("reading.no_such_visit")


def test_everything_is_named_and_nothing_scrolls_sideways(theme, page, unnamed, sideways):
    page.reply.choose("decision")
    assert unnamed(page) == []
    theme.set_percent(200)
    assert sideways(page) == []


def test_what_must_be_filled_in_by_form():
    assert [field for field, _ in wrong(Typed("decision", {"decision": " "}))] == ["decision", "reasons"]
    assert wrong(Typed("i_take_this_on", {})) == ()
    assert [field for field, _ in wrong(Typed("lets_talk", {"talk": "x"}))] == ["when"]
