"""Pages over all cases cost what is new: what was worked out of a case is kept until something is said in it."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.office.made import PASSPHRASE, Office
from tests.office.reading import cases_read, first_row
from visitapp.actions import cases, copying, lead, short, team, today, visits
from visitapp.actions.opening import unlock
from visitapp.actions.session import Session
from visitapp.domain.contact import Paragraph
from visitapp.domain.days import Day
from visitapp.domain.family import Child

EXAMPLE = Path(__file__).parent.parent / "reference" / "example-case.yaml"
FAMILIES = 12  # more than a session keeps whole


@pytest.fixture
def families(the_office: Office) -> list[str]:
    worker = the_office.worker
    streams = [cases.import_case(worker, EXAMPLE)]
    for number in range(1, FAMILIES):
        child = Child(id=worker.new_id(), name=f"Kit {number}", born=Day.of(worker.today() - timedelta(days=900)))
        streams.append(cases.begin_case(worker, f"LB-{number}", f"Family {number}", (child,)))
    for session in (worker, the_office.lead):
        assert the_office.sync(session).problem is None
    return streams


def everything(session: Session) -> tuple[object, ...]:
    """All that is shown over the cases of a laptop."""
    return today.today(session), lead.inbox(session), cases.cases(session)


def note(session: Session, stream: str, words: str = "Rang; all well.") -> None:
    draft = replace(visits.begin(session, stream, "quick_note"), note=(Paragraph(words),))
    short.sign_quick_note(session, draft)


def test_the_first_time_each_case_is_read_once(the_office: Office, families: list[str]):
    session = the_office.worker
    session.forget()
    session.organisation()
    with cases_read(session) as read:
        today.today(session)
    assert sorted(read) == sorted(first_row(session, stream) for stream in families)


@pytest.mark.parametrize("page", [today.today, lead.inbox, cases.cases])
def test_after_that_nothing_is_read_until_something_is_new_and_then_only_that(
    the_office: Office, families: list[str], page
):
    session = the_office.worker
    page(session)
    with cases_read(session) as read:
        page(session)
        assert read == []
        note(session, families[3])
        read.clear()
        page(session)
    assert set(read) <= {first_row(session, families[3])}
    with cases_read(session) as read:
        page(session)
    assert read == []


def test_the_team_picture_reads_again_only_the_family_in_which_something_is_new(
    the_office: Office, families: list[str]
):
    ours, theirs = the_office.worker, the_office.lead
    before = {row.stream: row for row in team.team(theirs)}
    assert len(before) == FAMILIES
    with cases_read(theirs) as read:
        team.team(theirs)
    assert read == []
    note(ours, families[5])
    for session in (ours, theirs):
        assert the_office.sync(session).problem is None
    with cases_read(theirs) as read:
        after = team.team(theirs)
    assert read == [first_row(theirs, families[5])]
    assert [row for row in after if row.stream != families[5]] == [
        row for row in before.values() if row.stream != families[5]
    ]


def test_what_comes_in_by_a_sync_is_seen(the_office: Office, families: list[str]):
    ours, theirs = the_office.worker, the_office.lead
    everything(theirs)
    note(ours, families[0], "Ann was at nursery.")
    for session in (ours, theirs):
        assert the_office.sync(session).problem is None
    with cases_read(theirs) as read:
        came = lead.inbox(theirs).came_in
    assert set(read) == {first_row(theirs, families[0])}
    assert families[0] in {line.stream for line in came}


def test_it_is_the_same_as_worked_out_anew(the_office: Office, families: list[str]):
    session = the_office.worker
    for step in range(3):
        kept = everything(session)
        session.forget()
        assert everything(session) == kept
        note(session, families[step])
    contact = today.today(session).not_copied[0]
    for section in copying.sections(session, contact.stream, contact.contact):
        copying.mark_copied(session, contact.stream, contact.contact, section.key)
    kept = everything(session)
    assert contact not in kept[0].not_copied
    session.forget()
    assert everything(session) == kept


def test_another_day_is_worked_out_anew(the_office: Office, families: list[str]):
    session = the_office.worker
    today.today(session)
    the_office.clock.now += timedelta(days=1)
    with cases_read(session) as read:
        today.today(session)
    assert set(read) == {first_row(session, stream) for stream in families}


def test_a_lock_throws_it_away(the_office: Office, families: list[str]):
    session, tools = the_office.worker, the_office.tools
    before = everything(session)
    session.shut()
    opened = unlock(session.profile, PASSPHRASE, say=tools.say, clock=tools.clock, new_id=tools.new_id)
    session.take_over(opened)
    with cases_read(session) as read:
        assert everything(session) == before
    assert set(read) >= {first_row(session, stream) for stream in families}
