"""A visit as the verbs know it: begun, saved, resumed, signed in two parts, corrected, read and answered."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.office.made import Office
from visitapp.actions import addenda, asking, cases, finding, lead, reading, short, today, visits
from visitapp.actions.carried import gone_to_lead
from visitapp.domain.contact import ChildSeen, Paragraph
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Answer, QuestionBack, View
from visitapp.errors import FileRefused, Refused
from visitapp.store import drafts, log

EXAMPLE = Path(__file__).parent.parent / "reference" / "example-case.yaml"


@pytest.fixture
def family(the_office: Office) -> str:
    """The example family, brought in by the worker and synced."""
    stream = cases.import_case(the_office.worker, EXAMPLE)
    for session in (the_office.worker, the_office.lead):
        assert the_office.sync(session).problem is None
    return stream


def written(draft: Draft, words: str = "All well.") -> Draft:
    return replace(draft, note=(Paragraph(words),))


def signed_visit(session, stream) -> Draft:
    draft = written(visits.begin(session, stream, "visit"))
    return visits.sign_happened(session, draft, asking.cards(session, draft))


def test_a_case_file_comes_in_whole_and_the_lead_reads_it(the_office: Office, family: str):
    ours, theirs = the_office.worker.case(family), the_office.lead.case(family)
    assert [child.name for child in theirs.children] == ["Ann Marlowe", "Joe Marlowe"]
    assert len(theirs.contacts) == 5
    assert ours.kept == theirs.kept
    assert cases.cases(the_office.lead)[0].title == "Marlowe family (training)"


def test_a_bad_file_is_refused_with_its_problems_and_nothing_comes_in(the_office: Office, tmp_path: Path):
    bad = tmp_path / "bad.yaml"
    bad.write_text(EXAMPLE.read_text().replace("kind: bruise", "kind: bruse", 1))
    with pytest.raises(FileRefused):
        cases.import_case(the_office.worker, bad)
    assert cases.cases(the_office.worker) == ()


def test_a_draft_is_there_as_soon_as_it_is_begun_and_says_when_it_was_recovered(the_office: Office, family: str):
    session = the_office.worker
    draft = visits.begin(session, family, "visit")
    visits.save(session, written(draft, "half a sentence"))
    again = visits.resume(session, draft.id)
    assert again.recovered
    assert again.draft.note[0].text == "half a sentence"
    visits.pause(session, again.draft)
    assert not visits.resume(session, draft.id).recovered
    assert [line.id for line in visits.unfinished(session)] == [draft.id]


def test_two_drafts_of_two_families_never_meet(the_office: Office, family: str):
    """Peer lesson 3: drafts live by a random id."""
    session = the_office.worker
    other = cases.import_case(session, EXAMPLE)
    one, two = visits.begin(session, family, "visit"), visits.begin(session, other, "visit")
    visits.save(session, written(one, "about one"))
    visits.discard(session, two.id)
    assert visits.resume(session, one.id).draft.note[0].text == "about one"
    with pytest.raises(Refused):
        visits.resume(session, two.id)


def test_a_visit_is_two_records_and_the_draft_is_gone(the_office: Office, family: str):
    session = the_office.worker
    waiting = signed_visit(session, family)
    assert waiting.happened_record
    assert drafts.load(session.db, waiting.id) is not None
    with pytest.raises(Refused):
        visits.sign_happened(session, waiting)
    view = View(
        id=session.new_id(), contact=waiting.contact.id, by=session.who.member, changed="no", why="Nothing new."
    )
    visits.sign_make_of_it(session, waiting.with_item(view))
    assert drafts.load(session.db, waiting.id) is None
    kinds = [one.kind for one in log.signed_entries(session.db, family)]
    assert kinds[-2:] == ["visit", "make_of_it"]


def test_what_was_shown_and_left_open_is_kept_as_offered(the_office: Office, family: str):
    session = the_office.worker
    draft = visits.begin(session, family, "visit")
    shown = asking.cards(session, draft)
    assert shown
    visits.sign_happened(session, written(draft), shown)
    offered = {one.card for one in session.case(family).of(Answer) if one.how == "offered"}
    assert offered == {card.key for card in shown}


def test_what_was_left_open_three_times_goes_to_the_lead_and_asks_the_worker_no_more(the_office: Office, family: str):
    worker, lead_ = the_office.worker, the_office.lead
    for time in range(3):
        the_office.clock.now += timedelta(days=1)
        signed_visit(worker, family)
        gone = {due.question for due, _ in gone_to_lead(worker, worker.case(family))}
        assert bool(gone) is (time == 2)
    draft = visits.begin(worker, family, "visit")
    assert not gone & {due.question for card in asking.cards(worker, draft) for due in card.dues}
    visits.discard(worker, draft.id)
    for session in (worker, lead_):
        assert the_office.sync(session).problem is None
    line, *_ = lines = [one for one in lead.inbox(lead_).waiting if one.what.id == "lead.carried"]
    assert {one.contact for one in lines} == {worker.case(family).contacts[-1].id}
    assert lead_.say(line.what).startswith("Left open several times")
    lead.question_back(lead_, family, line.contact, "Shall we look at it together on Monday?")
    assert not any(one.what.id == "lead.carried" for one in lead.inbox(lead_).waiting)


def test_the_leads_question_is_the_first_of_the_next_visit_until_it_is_answered(the_office: Office, family: str):
    worker, lead_ = the_office.worker, the_office.lead
    contact = signed_visit(worker, family).contact.id
    the_office.sync(worker)
    the_office.sync(lead_)
    came = lead.inbox(lead_).came_in
    assert [line.contact for line in came] == [contact]
    lead.mark_read(lead_, family, contact)
    lead.mark_read(lead_, family, contact)
    assert lead.inbox(lead_).came_in == ()
    lead.question_back(lead_, family, contact, "Who was in the kitchen?")
    the_office.sync(lead_)
    the_office.sync(worker)
    assert [one.question.text for one in today.today(worker).questions] == ["Who was in the kitchen?"]
    draft = visits.begin(worker, family, "visit")
    prepared = visits.prepare(worker, draft)
    question = worker.case(family).of(QuestionBack)[0]
    assert prepared.cards[0].dues[0].question == f"lead:{question.id}"
    answer = Answer(
        id=worker.new_id(),
        question=f"lead:{question.id}",
        contact=draft.contact.id,
        text="Her sister.",
        answers=question.id,
        card=prepared.cards[0].key,
    )
    visits.sign_happened(worker, written(prepared.draft).with_item(answer), prepared.cards)
    the_office.sync(worker)
    the_office.sync(lead_)
    assert "lead.question_answered" in {line.what.id for line in lead.inbox(lead_).waiting}
    assert not [
        one for one in visits.prepare(worker, visits.begin(worker, family, "visit")).cards if one.dues[0].from_lead
    ]


@pytest.mark.parametrize(
    ("what", "why", "reason"), [("", "because", "lead.no_decision"), ("Strategy talk", " ", "lead.no_reasons")]
)
def test_a_decision_needs_words_and_reasons(the_office: Office, family: str, what, why, reason):
    with pytest.raises(Refused) as refused:
        lead.decide(the_office.lead, family, the_office.lead.case(family).contacts[0].id, what, why)
    assert refused.value.message == reason


def test_an_addendum_stands_beside_what_it_corrects(the_office: Office, family: str):
    session = the_office.worker
    contact = signed_visit(session, family).contact
    seen = next(one for one in session.case(family).seen if one.contact == contact.id)
    with pytest.raises(Refused):
        addenda.add(session, family, contact.id, seen.id, None, "  ")
    better = ChildSeen(id=session.new_id(), contact=contact.id, child=seen.child, seen="yes")
    addenda.add(session, family, contact.id, seen.id, better, "I had ticked the wrong child.")
    case = session.case(family)
    assert seen not in case.seen
    assert better in case.seen
    read = reading.read_visit(session, family, contact.id)
    assert [(one.old.item, one.new.item) for one in read.corrected] == [(seen, better)]
    rows = reading.chronology(session, family)
    assert rows == tuple(sorted(rows, key=lambda row: (row.date.last(), row.time), reverse=True))


def test_the_family_may_correct_too(the_office: Office, family: str):
    session = the_office.worker
    account = session.case(family).accounts[0]
    addenda.add(session, family, account.contact, account.id, None, "Kim says she never said that.", whose="family")
    corrected = reading.read_visit(session, family, account.contact).corrected
    assert corrected[0].correction.whose == "family"
    assert corrected[0].new is None


def test_a_quick_note_needs_words_and_no_reply_needs_none(the_office: Office, family: str):
    session = the_office.worker
    with pytest.raises(Refused):
        short.sign_quick_note(session, visits.begin(session, family, "quick_note"))
    short.sign_quick_note(session, written(visits.begin(session, family, "quick_note"), "Rang the surgery."))
    short.sign_no_reply(session, visits.begin(session, family, "no_reply"))
    kinds = [one.kind for one in log.signed_entries(session.db, family)]
    assert kinds[-2:] == ["quick_note", "no_reply"]


def test_words_are_found_newest_first_and_any_text_is_harmless(the_office: Office, family: str):
    session = the_office.worker
    short.sign_quick_note(session, written(visits.begin(session, family, "quick_note"), "A sofa again."))
    found = finding.search(session, "sofa")
    assert [one.words[start:end].lower() for one in found for start, end in one.hits] == ["sofa", "sofa"]
    assert found[0].date >= found[1].date
    assert finding.search(session, '") OR 1=1; --"') == ()


def test_a_colleagues_view_is_not_found_while_ones_own_waits(the_office: Office, family: str):
    lead_, worker = the_office.lead, the_office.worker
    waiting = signed_visit(worker, family)
    view = View(
        id=worker.new_id(), contact=waiting.contact.id, by=worker.who.member, changed="yes", why="Rhubarb crumble."
    )
    visits.sign_make_of_it(worker, waiting.with_item(view))
    the_office.sync(worker)
    the_office.sync(lead_)
    assert len(finding.search(lead_, "rhubarb")) == 1
    draft = visits.begin(lead_, family, "visit")
    assert finding.search(lead_, "rhubarb") == ()
    visits.discard(lead_, draft.id)
    assert len(finding.search(lead_, "rhubarb")) == 1
