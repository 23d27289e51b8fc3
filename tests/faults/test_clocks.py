"""Laptops whose clocks are twenty years off: records still come together, rules go by the days that people wrote."""

from datetime import date, datetime, timedelta

import pytest

from tests.office.made import Clock, Office
from visitapp.actions import visits
from visitapp.actions.reading import chronology
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, write
from visitapp.domain.contact import Contact, Note, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.family import Child
from visitapp.domain.items import Entry, Line
from visitapp.domain.judgement import Answer
from visitapp.domain.marks import Mark
from visitapp.questions.engine import ask
from visitapp.store import log

TRUE = datetime.fromisoformat("2026-06-01T12:00:00+01:00")
TODAY = TRUE.date()
OFF = timedelta(days=20 * 365)


def visit(session: Session, day: date, words: str, *more, known: date | None = None) -> Entry:
    """A visit of a day that the worker wrote down themselves."""
    contact = Contact(id=session.new_id(), date=Day.of(day), kind="home_visit", by=session.who.member)
    note = Note(id=session.new_id(), contact=contact.id, paragraphs=(Paragraph(words),))
    items = (contact, note, *(one(contact.id) for one in more))
    lines = tuple(Line(item, known_on=known or day) for item in items)
    return Entry(kind="visit", at=session.at(), by=session.who.member, lines=lines, contact=contact.id)


@pytest.mark.parametrize(("of_worker", "of_lead"), [(-OFF, OFF), (OFF, -OFF), (-OFF, timedelta()), (timedelta(), OFF)])
def test_records_come_together_and_rules_go_by_civil_days(
    the_office: Office, of_worker: timedelta, of_lead: timedelta
) -> None:
    worker, lead = the_office.worker, the_office.lead
    worker.clock, lead.clock = Clock(TRUE + of_worker), Clock(TRUE + of_lead)
    stream = make_case_stream(worker)
    child = Child(id=worker.new_id(), name="Ann", born=Day(2026, 1, 4))
    opening = Entry(
        kind="opening", at=worker.at(), by=worker.who.member, lines=(Line(child, known_on=date(2026, 5, 1)),)
    )
    write(worker, stream, opening)

    def bruise(contact: str) -> Mark:
        return Mark(id=worker.new_id(), contact=contact, child=child.id, region="shin", side="left", kind="bruise")

    write(worker, stream, visit(worker, date(2026, 5, 20), "the first", bruise))
    assert the_office.sync(worker).problem is None
    assert the_office.sync(lead).problem is None
    write(lead, stream, visit(lead, date(2026, 5, 22), "the second, having read the first"))
    the_office.sync(lead)
    the_office.sync(worker)
    write(worker, stream, visit(worker, date(2026, 5, 25), "the third, having read the second"))
    for session in (worker, lead, worker, lead):
        outcome = the_office.sync(session)
        assert (outcome.problem, outcome.alarms, outcome.set_aside) == (None, (), ())
    assert lead.kept(stream) == worker.kept(stream)
    # Causes order them, not clocks: nobody answers what they have not read.
    words = [one.item.text.split(",")[0] for one in worker.kept(stream) if isinstance(one.item, Note)]
    assert words == ["the first", "the second", "the third"]
    shown = [row.date for row in chronology(lead, stream)]
    assert shown == sorted(shown, key=lambda day: day.first()) or shown == sorted(
        shown, key=lambda day: day.first(), reverse=True
    )
    asked = [ask(session.case(stream), TODAY, session.bank, session.thresholds()) for session in (worker, lead)]
    assert asked[0] == asked[1]
    # A bruise on a child of four months: the rules saw how old Ann was, whatever the laptops thought the year is.
    assert any(due.tier == 0 for due in asked[0])
    assert all(one.on_server for one in log.signed_entries(worker.db, stream))


def test_a_visit_is_written_signed_and_sent_with_a_clock_that_jumps(the_office: Office) -> None:
    """The battery was flat: the clock starts in the past, is set right in the middle, then far ahead."""
    worker, lead = the_office.worker, the_office.lead
    clock = Clock(TRUE - OFF)
    worker.clock = clock
    stream = make_case_stream(worker)
    child = Child(id=worker.new_id(), name="Joe", born=Day(2020))
    write(worker, stream, Entry(kind="opening", at=worker.at(), by=worker.who.member, lines=(Line(child),)))
    draft = visits.begin(worker, stream, "visit")
    clock.now = TRUE
    visits.save(worker, draft)
    the_office.sync(worker)
    clock.now = TRUE + OFF
    draft = visits.resume(worker, draft.id).draft
    visits.sign_happened(worker, draft)
    clock.now = TRUE - OFF
    for session in (worker, lead):
        assert the_office.sync(session).problem is None
    assert lead.kept(stream) == worker.kept(stream)
    assert not any(isinstance(one.item, Answer) for one in lead.kept(stream))
