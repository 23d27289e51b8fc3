"""Today: what waits stands there, by keyboard; what does not wait is not shown; a refresh moves nothing."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.office.casework import begun
from tests.office.made import office
from tests.ui.desk import Desk
from visitapp.actions import visits
from visitapp.actions.cases import CaseLine
from visitapp.actions.today import Today, today
from visitapp.ui.today.rows import rows
from visitapp.ui.today.wiring import today_page
from visitapp.words import said_date


def shown(page, part: str) -> list[str]:
    return [button.accessibleName() for button in page.lists[part].buttons()]


def test_what_waits_stands_there(desk: Desk):
    draft = begun(desk.worker, desk.families.tallis)
    page = desk.show(today_page(desk.say, desk.run, desk.worker))
    unfinished = page.lists["unfinished"].buttons()[shown(page, "unfinished").index("Visit: Tallis family")]
    assert shown(page, "asked") == ["Who saw Mia between Tuesday and Thursday?"]
    assert "Mia Brindle" in shown(page, "due")
    assert shown(page, "families") == ["Ash family", "Brindle family", "Quill family", "Tallis family"]
    with desk.qtbot.waitSignal(page.draft_opened) as opened:
        desk.qtbot.keyClick(unfinished, Qt.Key.Key_Return)
    assert opened.args == [draft.id, "visit"]


def test_a_day_that_is_past_is_said_in_words(desk: Desk):
    page = desk.show(today_page(desk.say, desk.run, desk.worker))
    mia = page.lists["due"].buttons()[shown(page, "due").index("Mia Brindle")]
    assert "Past the date. Was to be seen by 31 May 2026." in mia.accessibleDescription()
    assert "Last seen 29 May 2026." in mia.accessibleDescription()
    assert "alone" not in mia.accessibleDescription()  # a baby: no visit asks
    tom = page.lists["due"].buttons()[shown(page, "due").index("Tom Brindle")]
    assert "Last seen alone 29 May 2026." in tom.accessibleDescription()


def test_keys_lead_down_the_rows_and_on(desk: Desk):
    page = desk.show(today_page(desk.say, desk.run, desk.worker))
    first, second = page.lists["families"].buttons()[:2]
    first.setFocus()
    desk.qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    with desk.qtbot.waitSignal(page.case_opened) as opened:
        desk.qtbot.keyClick(second, Qt.Key.Key_Return)
    assert opened.args == [desk.families.brindle]


def test_a_refresh_keeps_rows_and_focus(desk: Desk):
    page = desk.show(today_page(desk.say, desk.run, desk.worker))
    row = page.lists["families"].buttons()[2]
    row.setFocus()
    begun(desk.worker, desk.families.quill, "quick_note")
    page.arrived.emit()
    desk.settle()
    assert QApplication.focusWidget() is row
    assert "One unfinished" in row.accessibleDescription()


def test_the_palette_begins_any_kind_for_any_family(desk: Desk):
    page = desk.show(today_page(desk.say, desk.run, desk.worker))
    by_name = {command.words: command for command in page.commands()}
    with desk.qtbot.waitSignal(page.begin_wanted) as wanted:
        by_name["Quick note: Brindle family"].run()
    assert wanted.args == [desk.families.brindle, "quick_note"]
    assert {"Prepare a visit: Ash family", "Visit, no reply: Ash family", "Begin a new family"} <= by_name.keys()


def test_an_empty_laptop_says_what_to_do(desk: Desk, tmp_path: Path):
    with office(tmp_path) as made:
        page = desk.show(today_page(desk.say, desk.run, made.worker))
        assert page.none.isVisible()
        assert not any(list_.isVisible() for list_ in page.lists.values())
        desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        with desk.qtbot.waitSignal(page.file_wanted):
            desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


def test_a_quiet_day_is_said(desk: Desk):
    line = CaseLine("s", "Ash family", "", (), None, 0, 0)
    page = today_page(desk.say, desk.run, desk.worker, lambda _session: Today((), (), (), (), (line,)))
    desk.show(page)
    assert page._nothing.isVisible()
    assert not page.none.isVisible()
    assert rows(desk.say, Today((), (), (), (), (line,)), desk.worker.today()).families[0].lines == (
        "No child recorded yet",
        "No contact recorded yet",
    )


def test_the_second_signature_has_its_day(desk: Desk):
    draft = begun(desk.worker, desk.families.tallis)
    visits.sign_happened(desk.worker, draft)
    found, day = today(desk.worker), desk.worker.today()
    wanted = day + timedelta(days=desk.worker.thresholds().make_of_it_days)
    (row,) = (one for one in rows(desk.say, found, wanted).unfinished if one.key.startswith(draft.id))
    assert row.lines[1] == f"Your organisation wants this by {said_date(wanted)}."
    (row,) = (one for one in rows(desk.say, found, wanted + timedelta(days=1)).unfinished if one.key == row.key)
    assert row.lines[1] == f"Your organisation wanted this by {said_date(wanted)}. It still counts."
    begun(desk.worker, desk.families.quill)
    other = next(one for one in rows(desk.say, today(desk.worker), day).unfinished if "Quill" in one.heading)
    assert not any("wants" in line for line in other.lines)
