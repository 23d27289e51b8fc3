"""The list of questions as signed versions: leads change it for everyone, drafts keep theirs, nobody else can."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.office.made import Office
from visitapp.actions import asking, checklist, visits
from visitapp.actions.cases import begin_case, import_case
from visitapp.actions.writing import write
from visitapp.domain.checklist import Changes, ChecklistVersion, OwnQuestion, Reworded, with_own, without
from visitapp.domain.days import Day
from visitapp.domain.family import Child
from visitapp.domain.items import Entry, Line
from visitapp.domain.judgement import Answer
from visitapp.domain.organisation import Thresholds
from visitapp.errors import FileRefused, Refused
from visitapp.store import log, streams
from visitapp.sync.laptop import Laptop
from visitapp.sync.verify import verify
from visitapp.sync.wire import StoredEntry

DOG = OwnQuestion(
    id="own_dog", words="Where was the dog when you saw {child}?", why="The team asks it.", source="Team meeting",
    subject="child", condition="!child.under_two",
)  # fmt: skip
ADDED = with_own(Changes(), DOG)


def shared(office: Office) -> None:
    for session in (office.lead, office.worker):
        assert office.sync(session).problem is None


def of_version(session, changes: Changes, *supersedes: str) -> ChecklistVersion:
    return ChecklistVersion(
        id=session.new_id(), by=session.who.member, product="1", changes=changes, reason="apart", supersedes=supersedes
    )


def say(session, version: ChecklistVersion) -> str:
    entry = Entry(kind="review", at=session.at(), by=session.who.member, lines=(Line(version),))
    return write(session, streams.organisation(session.db), entry)


def test_what_a_lead_signs_is_asked_by_everyone_after_a_sync(the_office: Office):
    lead, worker = the_office.lead, the_office.worker
    before = worker.bank
    checklist.sign(lead, ADDED, "We missed dogs twice.")
    shared(the_office)
    assert worker.bank.questions["own_dog"].own["own.own_dog"] == DOG.words
    assert set(worker.bank.questions) == {*before.questions, "own_dog"}
    (version,) = checklist.checklist(worker).versions
    assert (version.by, version.reason, version.holds) == ("Sam Lee", "We missed dogs twice.", True)
    assert version.at.startswith("2026-06-01T12:")


def test_2_a_draft_keeps_the_list_that_it_was_begun_with(the_office: Office):
    lead, worker = the_office.lead, the_office.worker
    checklist.sign(lead, ADDED, "Dogs.")
    shared(the_office)
    child = Child(id=worker.new_id(), name="Bo Ash", born=Day.read("2016-05-02"))
    stream = begin_case(worker, "DEMO-1", "Ash", (child,))
    old = visits.begin(worker, stream, "visit")
    assert "own_dog" in asked(worker, old)
    checklist.sign(lead, without(ADDED, "own_dog", "Nobody has dogs."), "No dogs.")
    shared(the_office)
    new = visits.begin(worker, stream, "visit")
    assert "own_dog" in asked(worker, visits.resume(worker, old.id).draft)
    assert "own_dog" not in asked(worker, new)
    assert old.bank != new.bank
    assert worker.checklist().bank.questions["own_dog"].retired


def asked(session, draft) -> set[str]:
    return {due.question for card in asking.pinned(session, draft)[1] for due in card.dues}


def test_21_a_new_list_takes_no_words_from_a_draft(the_office: Office):
    """Peer lesson 21: what was answered to a question that is asked no more stays, and is signed."""
    lead, worker = the_office.lead, the_office.worker
    checklist.sign(lead, ADDED, "Dogs.")
    shared(the_office)
    stream = begin_case(
        worker, "DEMO-1", "Ash", (Child(id=worker.new_id(), name="Bo Ash", born=Day.read("2016-05-02")),)
    )
    draft = visits.begin(worker, stream, "visit")
    answer = Answer(
        id=worker.new_id(), question="own_dog", contact=draft.contact.id, text="In the yard.", bank=draft.bank
    )
    visits.save(worker, draft.with_item(answer))
    checklist.sign(lead, without(ADDED, "own_dog", "Nobody has dogs."), "No dogs.")
    shared(the_office)
    kept = visits.resume(worker, draft.id).draft
    assert answer in kept.items
    visits.sign_happened(worker, kept)
    assert [one.text for one in worker.case(stream).of(Answer) if one.question == "own_dog"] == ["In the yard."]


def test_thresholds_come_with_the_list(the_office: Office):
    lead, worker = the_office.lead, the_office.worker
    assert worker.thresholds() == Thresholds()
    checklist.sign(lead, Changes(thresholds=Thresholds(cards=3)), "Fewer cards.")
    shared(the_office)
    assert worker.thresholds().cards == 3


def test_two_versions_made_apart_are_both_told_until_a_lead_answers_for_both(the_office: Office):
    lead, worker = the_office.lead, the_office.worker
    first = checklist.sign(lead, ADDED, "Dogs.")
    one, other = of_version(lead, without(ADDED, "own_dog", "a"), first), of_version(lead, ADDED, first)
    say(lead, one)
    say(lead, other)
    shared(the_office)
    for session in (lead, worker):
        view = checklist.checklist(session)
        assert {each.id for each in view.apart} == {one.id, other.id}
        assert not session.bank.questions["own_dog"].retired
    checklist.sign(lead, ADDED, "We keep asking.")
    shared(the_office)
    assert checklist.checklist(worker).apart == ()
    assert [each.holds for each in checklist.checklist(worker).versions] == [True, False, False, False]


@pytest.mark.parametrize(
    ("changes", "reason", "why"),
    [
        (ADDED, "  ", "checklist.no_reason"),
        (Changes(), "why not", "checklist.nothing_changed"),
        (with_own(Changes(), replace(DOG, condition="child.shoe")), "x", "checklist.wrong"),
        (without(Changes(), "Q11", " "), "x", "checklist.no_reason_retired"),
        (Changes(thresholds=Thresholds(cards=-1)), "x", "checklist.threshold_wrong"),
        (Changes(thresholds=Thresholds(delay_hours=float("inf"))), "x", "checklist.threshold_wrong"),
    ],
)
def test_what_cannot_hold_is_refused_and_nothing_is_signed(the_office: Office, changes, reason, why):
    with pytest.raises(Refused) as refused:
        checklist.sign(the_office.lead, changes, reason)
    assert refused.value.message == why
    assert the_office.tools.say(refused.value.message, **refused.value.named)
    assert checklist.checklist(the_office.lead).versions == ()


def test_a_reworded_sentence_that_the_product_does_not_have_is_kept_and_told(the_office: Office):
    lead = the_office.lead
    gone = Reworded(question="Q999", sentence="ask.Q999", words="Our words")
    checklist.sign(lead, Changes(reworded=(gone,)), "From another version.")
    (left,) = checklist.checklist(lead).left
    assert (left.question, left.words) == ("Q999", "Our words")


def test_only_leads_can_sign_one(the_office: Office):
    lead, worker = the_office.lead, the_office.worker
    with pytest.raises(Refused, match="refused"):
        checklist.sign(worker, ADDED, "I can.")
    # A laptop whose program was changed writes one all the same: it says nothing here, the server refuses it …
    record = say(worker, of_version(worker, ADDED))
    assert "own_dog" not in worker.bank.questions
    assert the_office.sync(worker).set_aside == ("not_a_member",)
    # … and a lead's laptop, to which a lying server hands it, sets it aside.
    entry = log.entry(worker.db, record)
    laptop = Laptop(lead.db, lambda job: job(), lead.now)
    known = laptop._of(bytes.fromhex(entry.stream))
    (arrival,) = verify([StoredEntry(99, entry.what, entry.signed, entry.beside)], known, laptop._trust).arrivals
    assert (arrival.state, arrival.reason) == ("quarantined", "member")


def test_a_case_file_may_name_a_question_of_our_own(the_office: Office, tmp_path: Path):
    lead = the_office.lead
    file = tmp_path / "own.yaml"
    whole = (Path(__file__).parent.parent / "reference" / "example-case.yaml").read_text(encoding="utf-8")
    asked_there = "\n    asked: [{question: own_dog, answer: In the yard.}]\n    looked_at: {bedroom: refused"
    file.write_text(whole.replace("\n    looked_at: {bedroom: refused", asked_there, 1), encoding="utf-8")
    with pytest.raises(FileRefused):
        import_case(lead, file)
    checklist.sign(lead, ADDED, "Dogs.")
    stream = import_case(lead, file)
    assert [one.text for one in lead.case(stream).of(Answer) if one.question == "own_dog"] == ["In the yard."]
