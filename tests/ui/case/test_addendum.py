"""An addendum: chosen, corrected with a reason, signed once; refused without; never lost before it is signed."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.ui.desk import Desk
from visitapp.actions import unsent
from visitapp.domain.contact import ChildSeen, Contact, Measure, Note, Observation, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem
from visitapp.domain.marks import Mark
from visitapp.ui.case.addendum.correctable import can_be_corrected, can_be_withdrawn, corrected, fields, wrong
from visitapp.ui.case.addendum.page import AddendumPage
from visitapp.ui.case.wiring import addendum_page
from visitapp.ui.kit.press import LinkButton


def opened(desk: Desk) -> AddendumPage:
    return desk.show(addendum_page(desk.say, desk.run, desk.worker, desk.families.brindle, desk.families.visit))


def pick(desk: Desk, page: AddendumPage, words: str) -> None:
    row = next(button for button in page.list.buttons() if words in button.accessibleDescription())
    row.setFocus()
    desk.qtbot.keyClick(row, Qt.Key.Key_Return)


def corrections(desk: Desk) -> list[Correction]:
    return list(desk.worker.case(desk.families.brindle).corrections)


def test_words_are_corrected_by_keyboard_with_a_reason(desk: Desk):
    page = opened(desk)
    pick(desk, page, "Jess picked Mia up at once.")
    area = page._fields["text"].control
    assert area.hasFocus()
    area.selectAll()
    desk.qtbot.keyClicks(area, "Jess picked Mia up when asked.")
    desk.qtbot.keyClicks(page.reason.control, "I mixed up two visits.")
    before = len(corrections(desk))
    with desk.qtbot.waitSignal(page.signed):
        page.button.click()
        page.button.click()
    desk.settle()
    assert len(corrections(desk)) == before + 1
    correction = corrections(desk)[-1]
    assert correction.reason == "I mixed up two visits."
    assert correction.whose == "worker"
    new = desk.worker.case(desk.families.brindle).kept_by_id[correction.by or ""].item
    assert isinstance(new, Observation)
    assert new.text == "Jess picked Mia up when asked."
    assert unsent.kept(desk.worker, f"addendum:{desk.families.visit}") is None


def test_nothing_changed_and_no_reason_are_said_on_top(desk: Desk):
    page = opened(desk)
    pick(desk, page, "Bruise")
    before = corrections(desk)
    page.button.setFocus()
    desk.qtbot.keyClick(page.button, Qt.Key.Key_Return)
    desk.settle()
    assert [link.words() for link in page.errors.findChildren(LinkButton)] == [
        "Change what is wrong, or choose to withdraw it.",
        "Say why this is being corrected. The reason is shown beside the earlier words.",
    ]
    assert corrections(desk) == before


def test_a_side_is_put_right_for_the_family(desk: Desk):
    page = opened(desk)
    pick(desk, page, "Bruise")
    page._fields["side"].set_value("right")
    page.whose.set_value("family")
    page.reason.set_value("Jess showed me again.")
    with desk.qtbot.waitSignal(page.signed):
        page.button.click()
    correction = corrections(desk)[-1]
    mark = desk.worker.case(desk.families.brindle).kept_by_id[correction.by or ""].item
    assert isinstance(mark, Mark)
    assert (mark.side, mark.region, correction.whose) == ("right", "cheek_fleshy", "family")


def test_it_is_withdrawn(desk: Desk):
    page = opened(desk)
    pick(desk, page, "I do not know who is in the flat")
    page.what.buttons()[1].click()
    assert not any(field.isVisible() for field in page._fields.values())
    page.reason.set_value("Ruth took it back.")
    with desk.qtbot.waitSignal(page.signed):
        page.button.click()
    assert corrections(desk)[-1].by is None


def test_what_is_typed_comes_back(desk: Desk):
    page = opened(desk)
    pick(desk, page, "I think people fuss.")
    desk.qtbot.keyClicks(page._fields["text"].control, "And: ")
    desk.qtbot.keyClicks(page.reason.control, "Half a reason")
    page.must_save.emit()
    desk.settle()
    again = opened(desk)
    assert again.reason.value() == "Half a reason"
    assert again._fields["text"].value().startswith("And: ")
    again.another.click()
    assert again.list.isVisible()
    unsent.forget(desk.worker, f"addendum:{desk.families.visit}")


def test_that_a_contact_took_place_is_not_withdrawn(desk: Desk):
    page = opened(desk)
    pick(desk, page, "Home visit, 29 May 2026")
    assert not page.what.isVisible()


CONTACT = Contact(id="c", date=Day(2026, 6, 1), kind="home_visit", time="14:00", minutes=30)
SEEN = ChildSeen(id="s", contact="c", child="a")


def test_every_field_of_every_item_stands_as_it_is(desk: Desk):
    """What is put into the form and taken out again unchanged is no correction, for anything in the office."""
    case = desk.worker.case(desk.families.brindle)
    tried = 0
    for kept in case.kept:
        if can_be_corrected(kept.item):
            values = {field.name: field.value for field in fields(kept.item)}
            assert wrong(kept.item, values) == {}
            assert corrected(kept.item, values, "new") is None
            tried += 1
    assert tried > 20


@pytest.mark.parametrize(
    ("item", "typed", "expected"),
    [
        (CONTACT, {"minutes": "45"}, replace(CONTACT, id="new", minutes=45)),
        (CONTACT, {"minutes": ""}, replace(CONTACT, id="new", minutes=None)),
        (
            CONTACT,
            {"time": "15:10", "outcome": "no_reply"},
            replace(CONTACT, id="new", time="15:10", outcome="no_reply"),
        ),
        (
            Measure(id="m", contact="c", child="a", what="weight_kg", value=7.1),
            {"value": "7.4"},
            Measure(id="new", contact="c", child="a", what="weight_kg", value=7.4),
        ),
        (
            Note(id="n", contact="c", paragraphs=(Paragraph("One", "saw_or_heard"), Paragraph("Two"))),
            {"0": "First", "1": ""},
            Note(id="new", contact="c", paragraphs=(Paragraph("First", "saw_or_heard"),)),
        ),
        (
            ChildSeen(id="s", contact="c", child="a"),
            {"seen": "yes"},
            ChildSeen(id="new", contact="c", child="a", seen="yes"),
        ),
    ],
)
def test_what_takes_its_place(item: AnyItem, typed: dict[str, str], expected: AnyItem):
    assert corrected(item, typed, "new") == expected


@pytest.mark.parametrize(("field", "typed"), [("minutes", "many"), ("time", "25:00"), ("time", "noon")])
def test_what_cannot_be_read_is_said(field: str, typed: str):
    assert list(wrong(CONTACT, {field: typed})) == [field]
    assert not can_be_withdrawn(CONTACT)
