"""Saving and syncing in true words, over a real vault: what waits, what has a receipt, what was set aside."""

import csv
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.office.made import Office
from tests.office.screens import at_once, shown
from visitapp.actions import cases, syncing
from visitapp.actions.sync_state import sync_state
from visitapp.actions.syncing import Line
from visitapp.errors import Refused
from visitapp.store import sending
from visitapp.sync.outcome import Outcome
from visitapp.ui.status.wiring import status_page
from visitapp.ui.status.words import words
from visitapp.words import text

EXAMPLE = Path(__file__).parents[2] / "reference" / "example-case.yaml"


@pytest.fixture
def page(qtbot, theme, say, the_office: Office):
    return shown(qtbot, status_page(say, at_once, the_office.worker))


def fact(say, session, label: str) -> str:
    return dict(words(say, sync_state(session)).facts)[say(label)]


def test_what_waits_and_what_is_there_are_told_as_they_are(say, the_office: Office):
    worker = the_office.worker
    assert fact(say, worker, "status.waiting") == say("status.waiting.none")
    cases.import_case(worker, EXAMPLE)
    assert "wait" not in fact(say, worker, "status.server")
    assert fact(say, worker, "status.waiting") != say("status.waiting.none")
    the_office.sync(worker)
    assert fact(say, worker, "status.waiting") == say("status.waiting.none")
    assert "1 June 2026" in fact(say, worker, "status.server")


def test_before_the_first_sync_it_says_so(say, the_office: Office):
    state = replace(sync_state(the_office.worker), done="", tried="")
    assert dict(words(say, state).facts)[say("status.server")] == say("status.server.never")


def test_no_server_is_no_loss_and_is_said(say, the_office: Office):
    the_office.server.stop()
    assert the_office.sync(the_office.worker).problem is not None
    found = words(say, sync_state(the_office.worker))
    assert found.trouble == say("error.offline")
    assert not found.alarm


def test_each_receipt_is_a_row_and_the_whole_log_is_copied(qtbot, say, the_office: Office, page):
    cases.import_case(the_office.worker, EXAMPLE)
    the_office.sync(the_office.worker)
    page.arrived.emit()
    assert page.table.isVisible()
    assert page.table.model().rowCount() == len(sync_state(the_office.worker).receipts)
    qtbot.keyClick(page.copy, Qt.Key.Key_Space)
    lines = list(csv.reader(QGuiApplication.clipboard().text().splitlines()))
    assert lines[0][0] == "record"
    assert len(lines) == page.table.model().rowCount() + 1
    assert page.copied.isVisible()
    assert "Marlowe" not in QGuiApplication.clipboard().text()


def test_without_receipts_there_is_no_empty_table(page, say):
    assert not page.table.isVisible()
    assert page.none.text() == say("status.receipts.none")


def test_an_alarm_what_was_not_taken_and_what_was_set_aside_are_said_in_words(qtbot, theme, say, the_office: Office):
    def bad(session):
        state = sync_state(session)
        status = replace(state.status, refused=1, not_understood=2)
        aside = tuple(Line("2026-06-01T10:00:00+00:00", reason, "ab" * 32) for reason in ("signature", "no such"))
        problem = text("error.server_went_back")
        return replace(state, status=status, problem=problem, alarm=True, set_aside=aside)

    page = shown(qtbot, status_page(say, at_once, the_office.worker, bad))
    assert page.alarm.words.text() == say("error.server_went_back")
    assert not page.trouble.isVisible()
    assert page.aside.isVisible()
    found = words(say, bad(the_office.worker))
    assert [why for _, why in found.set_aside] == [say("status.reason.proof"), say("status.reason.form")]
    assert len(found.notes) == 2
    assert "except" in dict(found.facts)[say("status.server")]


def test_why_the_server_did_not_take_something_is_said_once_for_each_reason(say, the_office: Office):
    """As the help promises; the laptop offers it once more when somebody asks."""
    worker = the_office.worker
    cases.import_case(worker, EXAMPLE)
    codes = ("quota", "not_a_member", "unknown_device", "one of a later server", "gap")
    refused = zip((one.id for one in sending.unsent(worker.db)), codes, strict=False)
    sending.set_aside(worker.db, dict(refused))
    found = words(say, sync_state(worker))
    assert found.notes[0] == say("status.not_taken", n=5)
    assert sorted(found.notes[1:]) == sorted(
        say(f"status.refusal.{one}") for one in ("room", "member", "form", "order")
    )
    syncing.offer_refused(worker)
    assert words(say, sync_state(worker)).notes == ()


def test_an_alarm_that_is_over_and_what_cannot_be_read_yet_stay_said(say, the_office: Office):
    worker = the_office.worker
    assert words(say, sync_state(worker)).notes == ()
    syncing.remember(worker, Outcome(alarms=("went_back",)))
    syncing.remember(worker, Outcome())
    state = sync_state(worker)
    status = replace(state.status, unread=1)
    found = words(say, replace(state, status=status))
    assert not found.alarm
    assert found.notes == (say("status.unread", n=1), say("status.alarmed", at=datetime.fromisoformat(state.alarmed)))


def test_sync_is_asked_for_and_a_failure_is_said(qtbot, theme, say, the_office: Office, page):
    with qtbot.waitSignal(page.sync_wanted):
        qtbot.keyClick(page.sync, Qt.Key.Key_Space)
    assert say("shell.sync") in [command.words for command in page.commands()]

    def fails(_session):
        raise Refused("error.refused")

    broken = shown(qtbot, status_page(say, at_once, the_office.worker, fails))
    assert broken.failure.words.text() == say("error.refused")


def test_everything_is_named_and_nothing_scrolls_sideways(theme, the_office: Office, page, unnamed, sideways):
    cases.import_case(the_office.worker, EXAMPLE)
    the_office.sync(the_office.worker)
    page.arrived.emit()
    assert unnamed(page) == []
    theme.set_percent(200)
    assert sideways(page) == []
