"""What is about to be signed, in plain lines: each fact once, nothing made up."""

from msgspec.structs import replace

from tests.ui.visit.family import ACT_TODAY, TODAY, FakeSession, Kitchen, due, prepared
from visitapp.domain.contact import ChildSeen, Covered, Paragraph, SaidToBe
from visitapp.domain.draft import Draft
from visitapp.domain.marks import Account, Mark
from visitapp.ui.kit.given import Given
from visitapp.ui.visit import answers
from visitapp.ui.visit.changes import Change, basics, children, home, promises
from visitapp.ui.visit.family import Family, family
from visitapp.ui.visit.sign.summary import note_words, summary
from visitapp.words import Words


def then(*changes: Change) -> tuple[Family, Draft]:
    session = FakeSession()
    draft = Kitchen().begin(session, "stream", "visit")
    for change in changes:
        draft = change(draft, session.new_id)
    return family(prepared(draft, due(draft)), TODAY, "me"), draft


def test_an_empty_visit_says_only_what_is_known(say: Words):
    here, draft = then()
    assert summary(say, here, draft) == [("This visit", "20 November 2026, 10:30 · Home visit")]


def test_every_fact_stands_in_plain_words(say: Words):
    mark = Mark(id="m1", contact="now", child="mia", region="cheek_fleshy", side="left", kind="bruise")
    said = Account(id="acc", contact="now", by="jess", about=("m1",), text="She rolled on a brick.")
    here, draft = then(
        basics.like(family(prepared(Kitchen().begin(FakeSession(), "s", "visit"), ()), TODAY, "me").last_visit),
        children.said("mia", seen="yes", awake="no", undressed="partly"),
        children.covered("mia", (Covered("face", "chocolate", "yes", "yes"), Covered("scalp", "a hat"))),
        children.said("tom", seen="no", said_to_be=SaidToBe("school", "Jess")),
        children.told_of_harm("tom", yes=True),
        home.present(("jess",)),
        home.looked(bedroom="refused", rooms_refused=("loft",), food="yes", animal="a dog"),
        promises.was_done("a1", "no", "No answer."),
        promises.promise("Ring again", "me", None, ("mia",)),
        promises.next_visit(TODAY, "me"),
        promises.parents_view("jess", text="Too many visits.", told_what_we_write="yes"),
        promises.told("Sam Lee", "2026-11-20 15:10", "Rings the doctor.", ("mia",)),
        answers.answered(ACT_TODAY, Given("told", "", "Sam Lee", "15:10")),
        lambda draft, _new_id: draft.with_item(mark).with_item(said),
    )
    lines = summary(say, here, draft)
    assert [label for label, _ in lines] == [
        "This visit", "Mia", "Tom", "Who was there", "The rooms", "Marks", "Jess Brindle said",
        "What was promised before", "A new promise", "Next visit", "Jess Brindle", "Whom I told", "Whom I told",
        "Told of harm", "Questions",
    ]  # fmt: skip
    words = dict(lines)
    assert words["This visit"].endswith("Home visit · Planned · Statutory visit · 12 Larch Court, top floor")
    assert words["Mia"] == (
        "Seen · asleep · partly undressed by the carer · face covered by chocolate, seen after asking"
        " · head covered by a hat, not seen"
    )
    assert words["Tom"] == "Not seen · said to be: school (who says so: Jess)"
    assert words["The rooms"] == "where the children sleep: asked, declined · not shown: loft · food seen · a dog"
    assert words["Marks"] == "Mia: Bruise, left cheek (fleshy part)"
    assert words["What was promised before"] == "Ask the surgery for the feeding clinic date · not done · No answer."
    assert words["A new promise"] == "Ring again · You, for Mia"
    assert words["Jess Brindle"] == "Too many visits. · told what I write"
    told = [words for label, words in lines if label == "Whom I told"]
    assert told == ["Sam Lee · 15:10 · Rings the doctor.", "Sam Lee · 15:10"]
    assert words["Questions"] == "Answered: 1"


def test_the_note_is_signed_with_where_each_paragraph_comes_from(say: Words):
    here, draft = then()
    assert note_words(say, here, draft) == "No note was written."
    note = (
        Paragraph("Warm kitchen."),
        Paragraph("She fell.", "told_by", "jess"),
        Paragraph("He was out.", "told_by", "a neighbour"),
        Paragraph("Weight on her line.", "read_in"),
        Paragraph("It fits.", "my_view"),
    )
    assert note_words(say, here, replace(draft, note=note, in_home=(Paragraph("Kettle on."),))).split("\n\n") == [
        "Warm kitchen.",
        "Told by Jess Brindle: She fell.",
        "Told by a neighbour: He was out.",
        "Read in: Weight on her line.",
        "My view: It fits.",
        "Typed in the home: Kettle on.",
    ]


def test_all_seen_and_rooms_as_last_time(say: Words):
    here, draft = then(children.nothing_covered(("mia", "tom")), home.as_last_time(yes=True))
    words = dict(summary(say, here, draft))
    assert words["Face, hands and head"] == "No: I saw all of it"
    assert words["The rooms"] == say("visit.home.same")
    assert all(one.seen == "unknown" for one in draft.of(ChildSeen))
