"""Who is here, inviting, and the numbers to ring, over a real vault."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from tests.office.made import Office
from tests.office.screens import at_once, shown
from visitapp.actions import numbers as verbs
from visitapp.actions.people import people
from visitapp.domain.organisation import Number, PhoneCard
from visitapp.records import invites
from visitapp.ui.kit.text import Label, Prose, Tag
from visitapp.ui.people.presenter import CardForm, wrong
from visitapp.ui.people.wiring import numbers_page, people_page


@pytest.fixture
def page(qtbot, theme, say, the_office: Office):
    return shown(qtbot, people_page(say, at_once, the_office.lead))


@pytest.fixture
def card(the_office: Office) -> PhoneCard:
    """A signed card with two numbers."""
    card = PhoneCard(
        id=the_office.lead.new_id(),
        numbers=(Number(what="Duty team", number="01632 960 110"), Number(what="Emergency", number="999")),
        checked_on=the_office.lead.today() - timedelta(days=3),
    )
    verbs.set_card(the_office.lead, card)
    return card


@pytest.fixture
def numbers(qtbot, theme, say, the_office: Office, card: PhoneCard):
    return shown(qtbot, numbers_page(say, at_once, the_office.lead))


def test_names_and_jobs_stand_there(page):
    names = [label.text() for label in page.here.findChildren(Label)]
    assert names == ["Sam Lee", "Asha Reed"]


def test_an_invite_shows_a_code_that_opens_and_the_person_as_not_joined(qtbot, say, the_office: Office, page):
    page.activateWindow()
    qtbot.waitUntil(page.name.control.hasFocus)
    qtbot.keyClicks(page.name.control, "Bryn Hale")
    qtbot.keyClicks(page.job.control, "Social worker")
    with qtbot.waitSignal(page.signed):
        qtbot.keyClick(page.job.control, Qt.Key.Key_Return)
    big = next(one for one in page.code.findChildren(Prose) if one.property("role") == "number")
    code = invites.read_code(big.text().replace("\n", "-"))
    assert invites.show_code(code) == people(the_office.lead).invites[0].code
    assert say("people.not_joined") in [tag.text() for tag in page.here.findChildren(Tag)]
    assert page.name.value() == page.job.value() == ""
    assert page.invites.isVisible()


def test_whether_a_code_works_yet_is_said(qtbot, say, the_office: Office, page):
    page.invite_pressed.emit("Bryn Hale", "")
    words = [one.text() for one in page.invites.findChildren(Prose)]
    assert say("people.works_later") in words
    the_office.sync(the_office.lead)
    fresh = shown(qtbot, people_page(say, at_once, the_office.lead))
    assert say("people.works") in [one.text() for one in fresh.invites.findChildren(Prose)]


def test_an_invite_wants_a_name(the_office: Office, page, say):
    page.button.click()
    assert page.name.error.text() == say("people.no_name")
    assert page.errors.isVisible()
    assert people(the_office.lead).invites == ()


def test_a_worker_sees_who_is_here_and_invites_nobody(qtbot, theme, say, the_office: Office, unnamed):
    page = shown(qtbot, people_page(say, at_once, the_office.worker))
    assert page.here.isVisible()
    assert not page.button.isVisible()
    assert not page.numbers.isVisible()
    assert page.commands() == ()
    assert unnamed(page) == []


def test_what_was_typed_of_an_invite_is_there_again(qtbot, say, the_office: Office, page):
    qtbot.keyClicks(page.name.control, "Bryn")
    page.must_save.emit()
    assert shown(qtbot, people_page(say, at_once, the_office.lead)).name.value() == "Bryn"
    page.button.click()
    assert shown(qtbot, people_page(say, at_once, the_office.lead)).name.value() == ""


def test_what_goes_wrong_is_said_and_the_button_is_there_again(qtbot, theme, say, the_office: Office):
    page = shown(qtbot, people_page(say, at_once, the_office.worker))
    page.invite_pressed.emit("Bryn Hale", "")
    assert page.failure.words.text() == say("enrol.leads_only")
    assert page.button.isEnabled()


def test_the_card_is_changed_and_signed_for_everyone(qtbot, the_office: Office, numbers, say):
    numbers.more.click()
    numbers.lines[2].what.set_value("Out of hours")
    numbers.lines[2].number.set_value("01632 960 199")
    numbers.lines[2].up.click()
    numbers.lines[0].remove.click()
    numbers.checked.set_value("today")
    with qtbot.waitSignal(numbers.signed):
        qtbot.keyClick(numbers.button, Qt.Key.Key_Space)
    signed = verbs.signed_card(the_office.lead)
    assert [one.what for one in signed.numbers] == ["Out of hours", "Emergency"]
    assert signed.checked_on == the_office.lead.today()
    assert verbs.numbers_on_this_laptop(the_office.lead.profile) == signed
    assert numbers.done.words.text() == say("people.card.signed")
    for session in (the_office.lead, the_office.worker):
        the_office.sync(session)
    assert verbs.signed_card(the_office.worker) == signed


def test_a_card_with_gaps_is_not_signed(the_office: Office, numbers, card: PhoneCard, say):
    numbers.lines[0].what.set_value("")
    numbers.lines[1].number.set_value("")
    numbers.checked.set_value("tomorrow")
    numbers.button.click()
    assert numbers.lines[0].what.error.text() == say("people.no_what")
    assert numbers.lines[1].number.error.text() == say("people.no_number")
    assert numbers.checked.error.text() == say("people.day_ahead")
    assert verbs.signed_card(the_office.lead) == card


def test_a_card_without_any_line_gets_one_to_fill_in(numbers, say):
    for line in tuple(numbers.lines):
        line.remove.click()
    numbers.button.click()
    assert numbers.lines[0].number.error.text() == say("numbers.empty_card")


def test_a_typed_card_survives_leaving_and_is_forgotten_once_signed(qtbot, say, the_office: Office, numbers):
    qtbot.keyClicks(numbers.lines[0].number.control, "9")
    numbers.must_save.emit()
    again = shown(qtbot, numbers_page(say, at_once, the_office.lead))
    assert again.lines[0].number.value() == "01632 960 1109"
    again.button.click()
    third = shown(qtbot, numbers_page(say, at_once, the_office.lead))
    assert [line.pair() for line in third.lines] == [line.pair() for line in again.lines]


def test_a_worker_cannot_sign_a_card(qtbot, theme, say, the_office: Office, card: PhoneCard):
    the_office.sync(the_office.lead)
    the_office.sync(the_office.worker)
    page = shown(qtbot, numbers_page(say, at_once, the_office.worker))
    page.button.click()
    assert page.failure.words.text() == say("numbers.leads_only")


def test_what_has_to_be_put_right_by_field():
    day = date(2021, 4, 9)
    assert wrong(CardForm((("Duty", "1"), ("", "")), day), day) == ()
    assert [field for field, _ in wrong(CardForm((), None), day)] == ["number.0", "checked_on"]
    assert [field for field, _ in wrong(CardForm((("Duty", "1"), ("", "2")), day), day)] == ["what.1"]


def test_everything_is_named_and_nothing_scrolls_sideways(theme, page, numbers, unnamed, sideways):
    page.invite_pressed.emit("Bryn Hale", "Social worker")
    for one in (page, numbers):
        assert unnamed(one) == []
    theme.set_percent(200)
    for one in (page, numbers):
        assert sideways(one) == []
