"""The lead's inbox: what is for today stays there until somebody is named for that very matter; corrected visits."""

import pytest
from msgspec.structs import replace

from tests.office.casework import signed
from tests.office.made import Office
from visitapp.actions import addenda, lead
from visitapp.actions.writing import make_case_stream
from visitapp.domain.contact import ChildSeen, Contact
from visitapp.domain.family import Child, Person
from visitapp.domain.item import Item
from visitapp.domain.judgement import Answer, Told


@pytest.fixture
def stream(the_office: Office) -> str:
    return make_case_stream(the_office.worker)


def asked_today(office: Office, stream: str, *told: tuple[str, tuple[str, ...], str]) -> int:
    """How many lines need the lead for a visit with one act-today card left open, and with who was told of what."""
    worker = office.worker
    contact = worker.new_id()
    items: list[Item] = [Child(id="mia", name="Mia"), Child(id="tom", name="Tom"), Person(id="kim", name="Kim")]
    items.append(Answer(id=worker.new_id(), question="Q11", contact=contact, how="offered", about=("m1",),
                        children=("mia",), card="mia-marks", today=True))  # fmt: skip
    for who, about, card in told:
        items.append(Told(id=worker.new_id(), contact=contact, who=who, at="15:10", about=about, card=card))
    signed(worker, stream, worker.today(), items, contact=contact)  # type: ignore[arg-type]  # items
    for session in (worker, office.lead):
        assert office.sync(session).problem is None
    return sum(one.what.id == "lead.act_today_open" for one in lead.inbox(office.lead).needs_you)


@pytest.mark.parametrize(
    "told",
    [(), (("Dr Patel", ("tom",), ""),), (("Dr Patel", (), ""),), (("Dr Patel", ("mia", "x"), "abuse"),),
     (("kim", ("m1",), ""),)],
)  # fmt: skip
def test_what_is_for_today_needs_the_lead_though_somebody_was_told_of_something_else(the_office: Office, stream, told):
    assert asked_today(the_office, stream, *told) == 1


@pytest.mark.parametrize(
    "told", [("Dr Patel", ("m1",), ""), ("Dr Patel", ("child:mia",), ""), ("Sam", (), "mia-marks")]
)
def test_what_is_for_today_is_with_whoever_was_told_of_it(the_office: Office, stream, told):
    assert asked_today(the_office, stream, told) == 0


def test_a_visit_whose_particulars_were_corrected_comes_in_under_its_first_id_with_all_that_it_tells(
    the_office: Office, stream: str
):
    worker, theirs = the_office.worker, the_office.lead
    contact = worker.new_id()
    row = ChildSeen(id=worker.new_id(), contact=contact, child="mia", seen="yes", alone="yes")
    signed(worker, stream, worker.today(), [Child(id="mia", name="Mia"), row], contact=contact)
    was = next(one for one in worker.case(stream).of(Contact) if one.id == contact)
    addenda.add(worker, stream, contact, contact, replace(was, id=worker.new_id(), minutes=40), "It was forty minutes.")
    for session in (worker, theirs):
        assert the_office.sync(session).problem is None
    (line,) = lead.inbox(theirs).came_in
    assert line.contact == contact
    assert [one.id for one in line.more] == ["lead.alone"]
    assert "Mia" in theirs.say(line.what)
    lead.mark_read(theirs, stream, contact)
    assert lead.inbox(theirs).came_in == ()
