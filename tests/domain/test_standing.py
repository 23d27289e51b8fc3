"""Where a case stands: last seen, to be seen by, promised, explained."""

from datetime import date

from msgspec.structs import replace

from visitapp.domain.case import Case, Kept
from visitapp.domain.contact import ChildSeen, Contact
from visitapp.domain.days import Day
from visitapp.domain.family import Child, Person, Plan, Professional, Stay
from visitapp.domain.item import Correction
from visitapp.domain.judgement import Action, ActionUpdate, NextVisit
from visitapp.domain.marks import Account, Mark
from visitapp.domain.standing import (
    children_standing,
    contact_of,
    household,
    last_seen,
    open_actions,
    to_be_seen_by,
    unexplained_marks,
)

TODAY = date(2026, 6, 30)


def case(*items):
    day = date(2026, 6, 1)
    return Case(Kept(item, day, day, place=(0, "", number)) for number, item in enumerate(items))


US = Professional(id="us", sector="social_care", name="Asha Reed")
TEACHER = Professional(id="tea", sector="education", role="Teacher")
MIA = Child(id="mia", name="Mia")


def visit(id_, day, by="us", seen="yes", alone="unknown"):
    return (
        Contact(id=id_, date=Day.read(day), kind="home_visit", by=by),
        ChildSeen(id=f"{id_}-mia", contact=id_, child="mia", seen=seen, alone=alone),
    )


def test_last_seen_is_by_date_and_whoever_saw():
    found = case(
        US, TEACHER, MIA, *visit("b", "2026-06-10"), *visit("a", "2026-06-02"), *visit("c", "2026-06-20", by="tea")
    )
    assert last_seen(found, "mia").contact.id == "c"
    assert last_seen(found, "mia", ours=True).contact.id == "b"
    assert last_seen(found, "mia", alone=True) is None


def test_not_seen_and_not_recorded_are_not_seen():
    found = case(US, MIA, *visit("a", "2026-06-02", seen="no"), *visit("b", "2026-06-03", seen="unknown"))
    assert last_seen(found, "mia") is None
    assert children_standing(found, TODAY)[0].by is None


def test_of_a_person_more_may_be_learnt_and_it_stays_the_same_person():
    dan, stay = Person(id="dan", name="Dan Pryce", relation="uncle"), Stay(id="s", person="dan")
    more = Person(id="dan2", name="Dan Pryce", relation="uncle", male_carer=True)
    found = case(US, dan, stay, more, Correction(id="c", of="dan", by="dan2", reason="It became known."))
    assert [(id_, one.id, one.male_carer) for id_, one in found.people.items()] == [("dan", "dan", True)]
    assert [one.id for one in household(found, TODAY)] == ["dan"]


def test_a_promised_visit_that_took_place_is_kept():
    planned = NextVisit(id="n", contact="a", by=date(2026, 6, 10))
    assert to_be_seen_by(case(US, MIA, *visit("a", "2026-06-01"), planned), "mia", TODAY) == date(2026, 6, 10)
    assert (
        to_be_seen_by(case(US, MIA, *visit("a", "2026-06-01"), planned, *visit("b", "2026-06-09")), "mia", TODAY)
        is None
    )


def test_a_teacher_who_saw_the_child_does_not_keep_our_promise():
    planned = NextVisit(id="n", contact="a", by=date(2026, 6, 10))
    found = case(US, TEACHER, MIA, *visit("a", "2026-06-01"), planned, *visit("b", "2026-06-09", by="tea"))
    assert to_be_seen_by(found, "mia", TODAY) == date(2026, 6, 10)


def test_the_plans_interval_counts_from_our_last_visit_and_the_earlier_day_holds():
    plan = Plan(id="p", child="mia", kind="child_in_need", visit_every_days=20)
    planned = NextVisit(id="n", contact="a", by=date(2026, 6, 30))
    assert to_be_seen_by(case(US, MIA, plan, *visit("a", "2026-06-01"), planned), "mia", TODAY) == date(2026, 6, 21)


def test_an_interval_beyond_the_calendar_stops_nobody():
    """A case file may say any number; Today, the inbox and Prepare ask this of every family."""
    plan = Plan(id="p", child="mia", kind="child_in_need", visit_every_days=999_999_999)
    assert to_be_seen_by(case(US, MIA, plan, *visit("a", "2026-06-01")), "mia", TODAY) == date.max


def test_not_known_explains_nothing_and_the_same_mark_counts_once():
    mark = Mark(id="m", contact="a", child="mia", region="shin", kind="bruise")
    again = Mark(id="m2", contact="b", child="mia", region="shin", kind="bruise", same_as="m")
    unknown = Account(id="x", contact="a", by="us", about=("m",), cause="not_known")
    assert unexplained_marks(case(mark, again, unknown)) == (mark,)
    told = Account(id="y", contact="b", by="us", about=("m2",), cause="fell")
    assert unexplained_marks(case(mark, again, told)) == ()


def corrected(old, id_, **fields):
    """What takes the place of an item, under an id of its own as an addendum has it."""
    return replace(old, id=id_, **fields), Correction(id=f"why-{id_}", of=old.id, by=id_, reason="Misheard.")


def test_what_was_said_of_a_mark_still_explains_it_once_it_was_corrected():
    mark = Mark(id="m", contact="a", child="mia", region="shin", kind="bruise")
    again = Mark(id="m2", contact="b", child="mia", region="shin", kind="bruise", same_as="m")
    told = Account(id="y", contact="b", by="us", about=("m2",), cause="fell")
    both = (*corrected(mark, "n", side="left"), *corrected(again, "n2", side="left"))
    assert unexplained_marks(case(mark, again, told, *both)) == ()
    (left,) = unexplained_marks(case(mark, again, *both))
    assert (left.id, left.side) == ("n", "left")


def test_a_corrected_visit_keeps_what_was_seen_and_promised_with_it():
    contact, row = visit("b", "2026-06-10", alone="yes")
    planned = NextVisit(id="next", contact="b", by=date(2026, 6, 24))
    later = corrected(contact, "b2", minutes=40), corrected(replace(contact, id="b2"), "b3", minutes=45)
    found = case(US, MIA, *visit("a", "2026-06-02"), contact, row, planned, *later[0], *later[1])
    seen = last_seen(found, "mia", alone=True)
    assert (seen.contact.id, seen.contact.minutes) == ("b", 45)
    assert to_be_seen_by(found, "mia", TODAY) == date(2026, 6, 24)
    assert [contact_of(found, id_).minutes for id_ in ("b", "b2", "b3")] == [45, 45, 45]
    assert [one.id for one in found.contacts] == ["a", "b"]


def test_what_was_done_stays_done_once_its_words_were_corrected():
    action = Action(id="x", contact="a", what="Ring the school", who="us")
    done = ActionUpdate(id="y", contact="b", action="x", done="yes")
    assert open_actions(case(action, done, *corrected(action, "x2", what="Ring the nursery"))) == ()


def anew(item, **fields):
    """A corrected item, and the correction."""
    new = replace(item, id=f"{item.id}-anew", **fields)
    return new, Correction(id=f"{item.id}-why", of=item.id, by=new.id, reason="A slip.")


def test_a_colleague_whose_name_was_put_right_is_still_one_of_us():
    found = case(US, MIA, *visit("a", "2026-06-02"), *anew(US, name="Asha Reid"))
    assert last_seen(found, "mia", ours=True).contact.id == "a"
    assert [one.name for one in found.professionals.values()] == ["Asha Reid"]
    assert found.name("us") == "Asha Reid"


def test_what_names_a_thing_by_its_later_id_is_about_that_thing():
    contact, row = visit("a", "2026-06-02")
    child, why = anew(MIA, name="Mia Brindle")
    found = case(US, MIA, contact, replace(row, child=child.id), child, why, *anew(contact, time="10:00"))
    assert last_seen(found, "mia").contact.time == "10:00"
    assert found.seen_at["a"][0].child == "mia-anew"
    there = case(Person(id="dan", name="Dan"), *anew(Person(id="dan", name="Dan")), Stay(id="s", person="dan-anew"))
    assert [one.id for one in household(there, TODAY)] == ["dan"]


def test_an_earlier_promise_of_a_visit_that_was_put_right_is_not_the_newest():
    early, late = (NextVisit(id=f"n-{id_}", contact=id_, by=date(2026, 7, day)) for id_, day in (("a", 1), ("b", 20)))
    seen = visit("a", "2026-06-02"), visit("b", "2026-06-02")
    found = case(US, MIA, *seen[0], early, *seen[1], late, *anew(early, who="us"))
    assert to_be_seen_by(found, "mia", TODAY) == date(2026, 7, 20)


def test_a_mark_seen_a_third_time_is_explained_by_what_was_said_then():
    one = Mark(id="m1", contact="a", child="mia", region="shin", kind="bruise")
    two, three = replace(one, id="m2", same_as="m1"), replace(one, id="m3", same_as="m2")
    said = Account(id="said", contact="a", by="kim", about=("m3",), cause="fell")
    assert unexplained_marks(case(MIA, one, two, three)) == (one,)
    assert unexplained_marks(case(MIA, one, two, three, said)) == ()
    assert unexplained_marks(case(MIA, one, two, *anew(one, region="knee"), three, said)) == ()


def test_what_says_nothing_explains_no_mark_and_a_mark_whose_first_sighting_was_withdrawn_stays():
    one = Mark(id="m1", contact="a", child="mia", region="shin", kind="bruise")
    two = replace(one, id="m2", same_as="m1")
    silent = Account(id="said", contact="a", by="kim", about=("m2",))
    gone = Correction(id="gone", of="m1", reason="That was Tom.")
    assert unexplained_marks(case(MIA, one, two, gone, silent)) == (two,)
