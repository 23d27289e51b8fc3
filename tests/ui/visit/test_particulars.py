"""Particular things are added by small forms that open when they are wanted, at a visit and in a quick note."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.visit.family import FakeSession, Kitchen, case
from tests.ui.visit.walking import go
from visitapp.domain.case import Case
from visitapp.domain.contact import Measure, Observation, PlaceProposed
from visitapp.domain.days import Day
from visitapp.domain.family import Address, Child, Person, Plan, Professional, Stay
from visitapp.domain.item import Correction
from visitapp.domain.judgement import Told, Worry, WorryUpdate
from visitapp.domain.marks import Mark, Opinion
from visitapp.ui.kit.press import Button
from visitapp.ui.quicknote.page import KINDS
from visitapp.ui.visit.changes import learnt, particulars
from visitapp.ui.visit.flow import VisitFlow
from visitapp.ui.visit.particulars.part import FORMS, Particulars
from visitapp.words import Words

Settled = Callable[[], None]


@pytest.fixture
def part(flow: VisitFlow) -> Particulars:
    go(flow, "write_up")
    return flow.page_shown().particulars


def opened(part: Particulars, name: str):
    form = part.forms[name]
    form.set_open(True)
    return form


def items(flow: VisitFlow, kind: type) -> tuple:
    return flow.presenter.draft.of(kind)


def choose(field, who: str) -> None:
    """Somebody known, or a name."""
    if field.select.control.findData(who) >= 0:
        field.select.set_value(who)
        field.select.chosen.emit(who)
    else:
        field.select.chosen.emit("*")
        field.other.control.setText(who)
        field.other.edited.emit(who)


def test_nothing_is_made_before_it_is_wanted(part: Particulars):
    assert all(form.put is None for form in part.forms.values())
    assert "earlier_worry" not in part.forms, "there is no earlier worry"


def test_something_seen_or_told(flow: VisitFlow, part: Particulars):
    form = opened(part, "observation")
    form.put.click()
    assert form.words.error.text() != ""
    form.topic.set_value("domestic_abuse")
    form.words.control.setText("Police came on Friday night.")
    form.source.set_value("told")
    form.source.chosen.emit("told")
    assert form.by.isVisibleTo(form)
    choose(form.by, "jess")
    form.about.set_value("tom")
    form.tone.set_value("worrying")
    form.on.set_value("16 11 2026")
    form.put.click()
    (one,) = items(flow, Observation)
    assert (one.topic, one.text, one.source, one.by, one.about, one.tone, one.on) == (
        "domestic_abuse", "Police came on Friday night.", "told", "jess", "tom", "worrying", Day(2026, 11, 16),
    )  # fmt: skip
    assert form.words.value() == ""
    ((_, words),) = part.added._rows
    assert "Jess Brindle" in words
    assert "16 November 2026" in words
    part.added.findChildren(Button)[0].click()
    assert items(flow, Observation) == ()


def test_a_worry_and_who_brought_it(flow: VisitFlow, part: Particulars):
    form = opened(part, "worry")
    form.put.click()
    assert form.by.select.error.text() != ""
    choose(form.by, "A neighbour")
    form.words.control.setPlainText("She hears crying at night.")
    form.first_hand.set_value("yes")
    form.read_back.set_value("no")
    form.put.click()
    (worry,) = items(flow, Worry)
    assert (worry.by, worry.text, worry.first_hand, worry.read_back, worry.called) == (
        "A neighbour", "She hears crying at night.", "yes", "no", None,
    )  # fmt: skip


def test_what_health_says_of_a_mark(flow: VisitFlow, part: Particulars):
    form = opened(part, "opinion")
    form.put.click()
    assert form.mark.error.text() != ""
    form.mark.set_value("b2k")
    choose(form.by, "Dr Hale")
    form.says.set_value("accidental")
    form.knew.set_value("yes")
    form.put.click()
    (doctor,) = items(flow, Professional)
    (opinion,) = items(flow, Opinion)
    assert (doctor.sector, doctor.name) == ("health", "Dr Hale")
    assert (opinion.mark, opinion.by, opinion.says, opinion.knew_history) == ("b2k", doctor.id, "accidental", "yes")
    flow.change(particulars.without(opinion.id))
    assert items(flow, Professional) == (), "whoever was named for it alone goes with it"


def test_a_weight(flow: VisitFlow, part: Particulars):
    form = opened(part, "measure")
    form.value.control.setText("seven")
    form.child.set_value("mia")
    form.put.click()
    assert form.value.error.text() != ""
    form.value.control.setText("7,4")
    form.put.click()
    (measure,) = items(flow, Measure)
    assert (measure.child, measure.what, measure.value) == ("mia", "weight_kg", 7.4)


def test_who_moved_in_and_out(flow: VisitFlow, part: Particulars):
    form = opened(part, "household")
    choose(form.who, "Ray")
    form.relation.control.setText("Jess's partner")
    form.put.click()
    (person,), (stay,) = items(flow, Person), items(flow, Stay)
    assert (person.name, stay.person, stay.since) == ("Ray", person.id, Day(2026, 11, 20))
    form.what.set_value("moved_out")
    form.what.chosen.emit("moved_out")
    choose(form.who, "jess")
    form.day.set_value("19 11 2026")
    form.put.click()
    left = items(flow, Stay)[-1]
    (correction,) = items(flow, Correction)
    assert (left.person, left.until, correction.of, correction.by) == ("jess", Day(2026, 11, 19), "s1", left.id)
    flow.change(particulars.without(left.id))
    assert items(flow, Correction) == ()


def test_a_man_who_looks_after_the_children(flow: VisitFlow, part: Particulars):
    """Somebody known stays the same person, and is not named as somebody new."""
    form = opened(part, "household")
    form.what.set_value("looks_after")
    form.what.chosen.emit("looks_after")
    assert not form.day.isVisibleTo(form)
    choose(form.who, "gran")
    assert not form.relation.isVisibleTo(form)
    form.put.click()
    form.put.click()
    assert form.who.select.error.text() != ""
    (gran,), (correction,) = items(flow, Person), items(flow, Correction)
    assert (gran.name, gran.male_carer, correction.of, correction.by) == ("Ruth Brindle", True, "gran", gran.id)
    assert [one for one in flow.page_shown().who.ticks.ticks() if one == gran.id] == []
    choose(form.who, "Ray")
    form.relation.control.setText("uncle")
    form.put.click()
    ray = items(flow, Person)[-1]
    assert (ray.name, ray.relation, ray.male_carer) == ("Ray", "uncle", True)
    assert [words for _, words in part.added._rows] == [
        "Ruth Brindle looks after the children", "Ray looks after the children",
    ]  # fmt: skip
    flow.change(particulars.without(gran.id))
    flow.change(particulars.without(ray.id))
    assert (items(flow, Person), items(flow, Correction)) == ((), ())


def test_whoever_was_there_and_looks_after_the_children_stays_when_that_is_taken_back(flow: VisitFlow):
    go(flow, "write_up")
    who, part = flow.page_shown().who, flow.page_shown().particulars
    who.name.control.setText("Ray")
    who.further["male_carer"].click()
    who.put.click()
    (ray,) = items(flow, Person)
    assert (ray.male_carer, ray.child, who.further["male_carer"].isChecked()) == (True, False, False)
    ((id_, _),) = part.added._rows
    flow.change(particulars.without(id_))
    assert [(one.id, one.male_carer) for one in items(flow, Person)] == [(ray.id, False)]
    assert flow.presenter.draft.contact.present == (ray.id,)


def test_a_new_address_and_who_must_not_learn_it(flow: VisitFlow, part: Particulars):
    form = opened(part, "address")
    form.put.click()
    assert form.label.error.text() != ""
    form.label.control.setText("4 Mill Row")
    form.keep_from.ticks()["dan"].click()
    form.put.click()
    (address,) = items(flow, Address)
    assert (address.label, address.since, address.keep_from) == ("4 Mill Row", Day(2026, 11, 20), ("dan",))
    ((_, words),) = part.added._rows
    assert words == "4 Mill Row · since 20 November 2026 · not to be told to Dan Pryce"


def test_who_has_parental_responsibility(flow: VisitFlow, part: Particulars):
    form = opened(part, "child")
    form.child.set_value("tom")
    form.child.chosen.emit("tom")
    form.responsible.ticks()["jess"].click()
    form.put.click()
    assert [one.parental_responsibility for one in items(flow, Child)] == [("jess",)]
    *_, (_, facts) = flow.page_shown().children_.rows["tom"].learnt._rows
    assert facts == "Parental responsibility: Jess Brindle"


def test_what_is_known_of_a_child(flow: VisitFlow, part: Particulars):
    form = opened(part, "child")
    form.put.click()
    assert form.child.error.text() != ""
    form.child.set_value("tom")
    form.child.chosen.emit("tom")
    assert form.verbal.value() == "yes", "what is recorded stands there"
    form.school.control.setText("Larch Primary")
    form.attends.set_value("yes")
    form.put.click()
    (tom,) = items(flow, Child)
    (correction,) = items(flow, Correction)
    assert (tom.school, tom.attends, tom.verbal, tom.born) == ("Larch Primary", "yes", "yes", Day(2021, 5, 14))
    assert (correction.of, correction.by) == ("tom", tom.id)
    flow.change(learnt.aged(flow._here.case, "tom", "said", Day(2021, 6, 1)))
    ((_, aged), (_, facts)) = flow.page_shown().children_.rows["tom"].learnt._rows
    assert aged == "Born 1 June 2021, recorded at this visit"
    assert facts == "School or nursery: Larch Primary · Goes there now: yes"
    flow.change(learnt.unchanged(flow._here.case, "tom", ""))
    assert [one.school for one in items(flow, Child)] == [""], "the age stays"
    flow.change(learnt.aged(flow._here.case, "tom", ""))
    assert (items(flow, Child), items(flow, Correction)) == ((), ())


def test_a_plan_begins_and_another_ends(flow: VisitFlow, part: Particulars):
    form = opened(part, "plan")
    form.put.click()
    assert form.kind.error.text() != ""
    form.kind.set_value("child_protection")
    form.every.control.setText("10")
    form.put.click()
    assert [(one.child, one.kind, one.visit_every_days) for one in items(flow, Plan)] == [
        ("mia", "child_protection", 10), ("tom", "child_protection", 10),
    ]  # fmt: skip
    form.what.set_value("ends")
    form.what.chosen.emit("ends")
    form.which.ticks()["p1"].click()
    form.put.click()
    ended = items(flow, Plan)[-1]
    (correction,) = items(flow, Correction)
    assert (ended.child, ended.until, correction.of, correction.by) == ("mia", Day(2026, 11, 20), "p1", ended.id)


def test_somebody_who_works_with_the_family(flow: VisitFlow, part: Particulars):
    form = opened(part, "professional")
    form.put.click()
    assert form.name_.error.text() != ""
    form.role.control.setText("Class teacher")
    form.sector.set_value("education")
    form.put.click()
    (teacher,) = items(flow, Professional)
    assert (teacher.called, teacher.sector) == ("Class teacher", "education")


def test_whoever_is_told_of_a_mark_is_told_of_it(flow: VisitFlow):
    go(flow, "write_up")
    told = flow.page_shown().told
    assert told.marks.ticks is None
    for one in ("m1", "m2"):
        mark = Mark(id=one, contact="now", child="mia", region="shin", kind="bruise")
        flow.change(lambda draft, _new_id, mark=mark: draft.with_item(mark))
    told.marks.ticks.ticks()["m2"].click()
    told.who.control.setText("Dr Hale")
    told.role.set_value("doctor")
    told.how.set_value("phone")
    told.about.set_value(["mia"])
    told.put.click()
    (one,) = items(flow, Told)
    assert (one.who, one.role, one.how, one.about) == ("Dr Hale", "doctor", "phone", ("mia", "m1"))
    assert told.role.value() == ""


def test_what_became_of_an_earlier_worry():
    change = particulars.became_of("w1", None, "unknown", "yes", "Rang her back.")
    draft = change(Kitchen().begin(FakeSession(), "s", "visit"), FakeSession().new_id)
    (update,) = draft.of(WorryUpdate)
    assert (update.worry, update.spoken_to, update.text, update.withdrawn) == ("w1", "yes", "Rang her back.", "unknown")


def test_what_was_planned_where_and_what_made_one_uneasy(flow: VisitFlow):
    go(flow, "write_up")
    this = flow.page_shown().this_visit
    this.planned.edited.emit("see Tom alone; see the bedroom")
    this.unease.edited.emit("The dog was let out as I came.")
    this.place.chosen.emit("doorstep")
    this.asked_by.set_value("jess")
    this.asked_by.chosen.emit("jess")
    this.proposed.control.setText("At her mother's")
    this.proposed.edited.emit("At her mother's")
    contact = flow.presenter.draft.contact
    assert contact.planned == ("see Tom alone", "see the bedroom")
    assert (contact.unease, contact.place) == ("The dog was let out as I came.", "doorstep")
    assert contact.place_proposed == PlaceProposed("jess", "At her mother's")


def test_who_chose_the_place_is_asked_only_where_it_was_not_the_home(flow: VisitFlow):
    go(flow, "write_up")
    this = flow.page_shown().this_visit
    this.more.set_open(True)
    assert not this.chosen_by.isVisible()
    this.place.chosen.emit("office")
    assert this.chosen_by.isVisible()
    this.chosen_by.chosen.emit("jess")
    assert flow.presenter.draft.contact.place_chosen_by == "jess"
    this.place.chosen.emit("home")
    assert this.chosen_by.isVisible(), "what was said stays to be taken back"
    this.chosen_by.chosen.emit("")
    assert not this.chosen_by.isVisible()
    assert flow.presenter.draft.contact.place_chosen_by == ""


def test_somebody_new_may_live_in_the_home(flow: VisitFlow):
    go(flow, "write_up")
    who = flow.page_shown().who
    who.name.control.setText("Ray")
    who.lives_here.click()
    who.put.click()
    (person,) = items(flow, Person)
    assert [stay.person for stay in items(flow, Stay)] == [person.id]
    assert not who.lives_here.isChecked()


def test_every_kind_and_form_has_its_words(say: Words):
    assert all(say.holds(f"code.contact_kind.{kind}") for kind in KINDS)
    assert all(say.holds(f"visit.particular.{name}") for name in FORMS)


def test_every_control_of_every_form_has_a_name(flow: VisitFlow, part: Particulars, unnamed, qtbot: QtBot):
    for name in part.forms:
        opened(part, name)
    QApplication.processEvents()
    assert unnamed(part) == []
    part.forms["worry"].button.setFocus(Qt.FocusReason.TabFocusReason)
    assert isinstance(case(), Case)


def test_somebody_named_at_this_visit_is_not_named_twice(flow: VisitFlow, part: Particulars):
    who = flow.page_shown().who
    who.name.control.setText("Ray Stone")
    who.put.click()
    form = opened(part, "household")
    choose(form.who, "ray stone")
    form.put.click()
    form.what.set_value("looks_after")
    form.what.chosen.emit("looks_after")
    choose(form.who, "Ray Stone")
    form.put.click()
    (person,), (stay,) = items(flow, Person), items(flow, Stay)
    assert (stay.person, person.male_carer) == (person.id, True)
