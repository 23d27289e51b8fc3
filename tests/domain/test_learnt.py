"""What a visit tells of the family itself, and what became of it: put right by an addendum, or changed later."""

from datetime import date

import pytest
from msgspec.structs import replace

from visitapp.domain.case import Case, Kept
from visitapp.domain.codes import EntryKind
from visitapp.domain.contact import Contact
from visitapp.domain.days import Day
from visitapp.domain.family import Milestone
from visitapp.domain.item import Correction
from visitapp.domain.learnt import learnt_with

DAY = date(2026, 6, 1)
WALKS = Milestone(id="ms", child="mia", date=Day.of(DAY), what="walks", can=True)
FIRST = (Contact(id="c1", date=Day.of(DAY), kind="home_visit", by="us"), WALKS)
CRAWLS = replace(WALKS, id="ms-anew", what="crawls")
ANEW = (CRAWLS, Correction(id="why", of="ms", by="ms-anew", reason="She crawls, I wrote walks."))


def told(entry: EntryKind, *later: object) -> list[object]:
    kept = [Kept(item, DAY, DAY, place=(0, "r1", at), record="r1", entry="visit") for at, item in enumerate(FIRST)]
    kept += [
        Kept(item, DAY, DAY, place=(1, "r2", at), record="r2", entry=entry)  # type: ignore[arg-type]  # items
        for at, item in enumerate(later)
    ]
    return [one.item for one in learnt_with(Case(kept), "c1")]


@pytest.mark.parametrize(("entry", "learnt"), [("addendum", [CRAWLS]), ("visit", [])])
def test_what_an_addendum_put_right_belongs_to_the_visit_and_what_a_later_visit_changed_does_not(entry, learnt):
    assert told(entry, *ANEW) == learnt


def test_it_is_found_by_any_id_of_the_contact():
    anew = replace(FIRST[0], id="c1-anew")
    assert told("addendum", anew, Correction(id="why", of="c1", by="c1-anew", reason="The time.")) == [WALKS]
