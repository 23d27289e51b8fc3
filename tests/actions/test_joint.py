"""A joint visit is signed by both: over two laptops and a real server, whoever wrote it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.office.made import Office
from visitapp.actions import asking, cases, joint, lead, today, visits
from visitapp.actions.in_full import visit_in_full
from visitapp.actions.reading import chronology
from visitapp.actions.session import Session
from visitapp.domain.contact import Contact, Paragraph
from visitapp.domain.judgement import CoSignature
from visitapp.errors import Refused
from visitapp.ui.visit.changes.joint import with_colleague

EXAMPLE = Path(__file__).parent.parent / "reference" / "example-case.yaml"


@pytest.fixture
def family(the_office: Office) -> str:
    stream = cases.import_case(the_office.worker, EXAMPLE)
    both(the_office)
    return stream


def both(office: Office) -> None:
    for session in (office.worker, office.lead, office.worker):
        assert office.sync(session).problem is None


def joint_visit(author: Session, stream: str, other: str) -> str:
    """A visit signed by its author, with a colleague named in it."""
    draft = visits.begin(author, stream, "visit")
    found = next(one for one in visits.prepare(author, draft).colleagues if one.member == other)
    known = other in author.case(stream).professionals
    draft = with_colleague(found, known=known)(draft, author.new_id)
    draft = replace(draft, note=(Paragraph("The door stood open."),))
    visits.sign_happened(author, draft, asking.cards(author, draft))
    return draft.contact.id


def test_a_colleague_is_asked_reads_and_signs_a_record_of_their_own(the_office: Office, family: str):
    worker, other = the_office.worker, the_office.lead
    contact = joint_visit(worker, family, other.who.member)
    assert joint.to_sign(other) == (), "it has not come to them yet"
    both(the_office)
    (asked,) = today.today(other).to_sign
    assert (asked.stream, asked.contact, asked.by) == (family, contact, "Asha Reed")
    assert "joint.asked" in [line.what.id for line in lead.inbox(other).waiting]
    assert today.today(worker).to_sign == ()
    before = visit_in_full(worker, family, contact).together
    assert (worker.say(before.signed), worker.say(before.waiting)) == ("Signed by Asha Reed.", "Waiting for Sam Lee.")
    joint.co_sign(other, family, contact)
    assert joint.to_sign(other) == ()
    both(the_office)
    after = visit_in_full(worker, family, contact).together
    assert (worker.say(after.signed), after.waiting) == ("Signed by Asha Reed and Sam Lee.", None)
    (signature,) = worker.case(family).of(CoSignature)
    original = worker.case(family).kept_by_id[contact]
    assert (signature.by, signature.record, signature.differs) == (other.who.member, original.record, "")
    kept = worker.case(family).kept_by_id[signature.id]
    assert (kept.entry, kept.by) == ("co_signature", other.who.member)
    assert kept.record != original.record, "a record of its own"


def test_what_is_remembered_differently_stands_beside_the_visit_and_changes_nothing(the_office: Office, family: str):
    lead_, worker = the_office.lead, the_office.worker
    contact = joint_visit(lead_, family, worker.who.member)
    both(the_office)
    before = worker.case(family).kept_by_id[contact]
    joint.co_sign(worker, family, contact, "  The door was shut when we came.  ")
    both(the_office)
    case = lead_.case(family)
    assert case.kept_by_id[contact] == before
    told = [piece.words for item in visit_in_full(lead_, family, contact).told for piece in item.pieces]
    said = "Asha Reed was there too and signed, remembering it differently: “The door was shut when we came.”"
    assert said in told
    assert "The door stood open." in told
    rows = [row for row in chronology(lead_, family) if row.contact == contact]
    assert "The door was shut when we came." in [row.words for row in rows]
    (heading,) = [row.together for row in rows if row.together is not None]
    assert lead_.say(heading.signed) == "Signed by Sam Lee and Asha Reed."


def test_signing_twice_is_one_record_and_nobody_signs_unasked(the_office: Office, family: str):
    worker, other = the_office.worker, the_office.lead
    contact = joint_visit(worker, family, other.who.member)
    alone = visits.begin(worker, family, "visit")
    visits.sign_happened(worker, replace(alone, note=(Paragraph("Alone."),)))
    both(the_office)
    for _ in range(2):
        joint.co_sign(other, family, contact)
    assert len(other.case(family).of(CoSignature)) == 1
    for session, visit in ((other, alone.contact.id), (worker, contact), (other, "nothing")):
        with pytest.raises(Refused):
            joint.co_sign(session, family, visit)
    assert visit_in_full(other, family, alone.contact.id).together is None


def test_whoever_cannot_read_the_family_is_said_to_be_so_and_is_named_all_the_same(the_office: Office, family: str):
    hired = the_office.hire("Jo Park")
    both(the_office)
    worker = the_office.worker
    found = {one.name: one.reads for one in joint.colleagues(worker, family)}
    assert found == {"Sam Lee": True, "Jo Park": False}
    contact = joint_visit(worker, family, hired.who.member)
    assert worker.case(family).of(Contact)[-1].also_by == (hired.who.member,)
    waiting = visit_in_full(worker, family, contact).together.waiting
    assert worker.say(waiting) == "Waiting for Jo Park."
    hired.shut()
