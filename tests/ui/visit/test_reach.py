"""What the questions rest on can be entered: each comes from what a page's own changes put into a draft."""

from typing import Any

import pytest

from tests.questions.telling import BANK
from tests.ui.visit.family import TODAY, FakeSession, Kitchen, case
from visitapp.domain.case import Case
from visitapp.domain.contact import PlaceProposed
from visitapp.domain.marks import Account, Mark
from visitapp.domain.organisation import Thresholds
from visitapp.questions.engine import ask
from visitapp.ui.visit.changes import Change, basics, children, home, particulars, short, view
from visitapp.ui.visit.changes.particulars import Brought, Noted

ACCEPTED = Account(id="a", contact="now", by="jess", about=("m1",), cause="fell", accepted=True)
MARK = Mark(id="m1", contact="now", child="mia", region="shin", kind="graze", seen_by="us")


def put(item: Any) -> Change:
    return lambda draft, _new_id: draft.with_item(item)


def asked(*changes: Change, kind: str = "visit") -> set[str]:
    """The questions that are due with what these changes make of a new draft."""
    session = FakeSession()
    draft = Kitchen().begin(session, "stream", kind)
    for change in changes:
        draft = change(draft, session.new_id)
    known = Case([*case().all_kept, *draft.kept(TODAY, "me")])
    return {due.question for due in ask(known, TODAY, BANK, Thresholds(), contact="now", who="me")}


def note(kind: str, *changes: Change, **facts: Any) -> set[str]:
    return asked(basics.contact(kind=kind, **facts), *changes, kind="quick_note")


INCIDENT = Noted(text="Police came.", source="told", topic="domestic_abuse", tone="worrying")
AWAY = Noted(text="They are on holiday in Spain.", source="told", by="jess", about="mia")
DUE_ANYWAY = {"Q26", "Q59"}
SEEN = children.said("mia", seen="yes", awake="yes")
VISITS: dict[str, tuple[Change, ...]] = {
    "Q06": (SEEN, basics.contact(place="doorstep")),
    "Q20": (put(Mark(id="m1", contact="now", child="mia", region="ear", kind="bruise", found="no")),),
    "Q23": (SEEN, put(MARK), put(ACCEPTED)),
    "Q24": (SEEN, particulars.health_says("b2k", "Dr Hale", "medical", "no", "", known=False)),
    "Q26": (SEEN, home.someone_else("Ray", "a friend")),
    "Q28": (SEEN, particulars.partners("Ray", "", "jess", known=False)),
    "Q31": (SEEN, home.looked(animal="a dog")),
    "Q33": (SEEN, home.looked(rooms_refused=("the loft",))),
    "Q38": (SEEN, basics.contact(place_proposed=PlaceProposed("jess", "at her mother's"))),
    "Q41": (SEEN, particulars.brought(Brought(by="A neighbour", text="Crying.", called="malicious"))),
    "Q51": (SEEN, view.view("me", None, holds="neglect", protective="jess")),
    "Q52": (SEEN, basics.contact(unease="The dog was let out.")),
    "Q53": (SEEN, children.said("tom", seen="no"), basics.contact(planned=("see Tom alone",))),
    "Q57": (children.said("mia", seen="yes", unwell="yes"), put(MARK)),
    "Q58": (children.said("tom", seen="yes", words="He hit me."), children.told_of_harm("tom", yes=True)),
    "Q59": (SEEN,),
    "Q60": (SEEN, particulars.noted(INCIDENT)),
}  # fmt: skip


@pytest.mark.parametrize("question", sorted(VISITS))
def test_it_comes_from_what_is_entered_at_a_visit(question: str):
    assert question in asked(*VISITS[question])
    assert question in DUE_ANYWAY or question not in asked(SEEN), "and from nothing else"


def test_where_a_baby_sleeps_tonight_quiets_the_question():
    assert "Q59" not in asked(children.said("mia", seen="yes", sleeps_tonight="In her cot beside Jess."))


NOTES: dict[str, set[str]] = {
    "Q35": note("missed_appointment", outcome="was_not_brought"),
    "Q39": note("school_left"),
    "Q40": note("phone", particulars.noted(AWAY)),
    "Q43": note("referral", particulars.brought(Brought(by="A neighbour", text="Crying.", read_back="no"))),
    "Q49": note("legal_outcome", result="no_further_action"),
    "Q50": note("case_reopened"),
    "Q55": note("meeting", absent=("hv",)),
    "Q56": note("case_closed"),
}


@pytest.mark.parametrize("question", sorted(NOTES))
def test_it_comes_from_what_is_entered_in_a_quick_note(question: str):
    assert question in NOTES[question]
    assert question not in note("phone", short.about(("mia",)))
