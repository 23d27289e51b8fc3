"""The body map of a visit shows an earlier mark as it stands now, with what was said of it under any of its ids."""

from datetime import date

from msgspec.structs import replace

from tests.ui.visit.family import ITEMS, TODAY, Kitchen, prepared
from visitapp.domain.case import Case, Kept
from visitapp.domain.item import Correction
from visitapp.domain.marks import Account, Mark
from visitapp.ui.visit.bodymap import sheet
from visitapp.ui.visit.family import family

MARK = Mark(id="m1", contact="b2", child="mia", region="shin", kind="bruise")
LATER = (
    MARK,
    Account(id="said", contact="b2", by="kay", about=("m1",), cause="fell"),
    replace(MARK, id="m1-anew", region="knee"),
    Correction(id="why", of="m1", by="m1-anew", reason="The knee."),
    Account(id="said-2", contact="b2", by="kay", about=("m1-anew",), cause="fell"),
)


def test_what_was_said_of_a_mark_stays_with_it_when_it_is_put_right(say):
    day = date(2026, 11, 1)
    kept = [
        Kept(item, date.fromisoformat(known), date.fromisoformat(known), place=(0, "", at), by="me")
        for at, (known, item) in enumerate((*ITEMS, *((day.isoformat(), one) for one in LATER)))
    ]
    draft = Kitchen().begin(_Session(), "s", "visit")
    found = replace(family(prepared(draft, ()), TODAY, "me"), case=Case(kept))
    shown = sheet(say, found, "mia", draft)
    ours = [one.mark for one in shown.earlier if one.mark.id.startswith("m1")]
    assert [(mark.id, mark.region) for mark in ours] == [("m1", "knee")]
    assert {one.account.id: one.account.about for one in shown.said_earlier if one.account.id.startswith("said")} == {
        "said": ("m1",),
        "said-2": ("m1",),
    }


class _Session:
    def at(self) -> str:
        return "2026-11-20T10:30:00+00:00"
