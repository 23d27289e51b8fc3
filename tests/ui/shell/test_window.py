"""The window: pages and places, panes and palette, lock and cover that keep every page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell.driving import ALT, CTRL, SHIFT, Note, key, words_on
from visitapp.settings import Settings
from visitapp.ui.kit.fields import SelectField
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.press import Button
from visitapp.ui.settings.page import SettingsPage
from visitapp.ui.shell.commands import matching
from visitapp.ui.shell.window import Shell
from visitapp.ui.theme.tokens import scaled
from visitapp.ui.unlock.page import UnlockPage

# Pages


def test_tab_comes_into_a_page_where_it_begins_whatever_was_made_first(qtbot: QtBot, shell: Shell, note: Note):
    first, last = Button("First"), Button("Last")
    note.box.insertWidget(0, first)
    note.add(last)
    qtbot.waitUntil(lambda: first.isVisible() and last.isVisible())
    for key_, expected in ((Qt.Key.Key_Tab, first), (Qt.Key.Key_Backtab, last)):
        shell.status.button.setFocus()
        for _ in range(20):
            key(shell, key_)
            if note.isAncestorOf(QApplication.focusWidget()):
                break
        assert QApplication.focusWidget() is expected


def test_the_side_bar_asks_for_places_and_shows_which_is_open(qtbot: QtBot, shell: Shell):
    asked: list[str] = []
    shell.place_wanted.connect(asked.append)
    for button in shell.sidebar.findChildren(Button)[:9]:
        button.click()
    assert asked == ["today", "cases", "inbox", "team", "questions", "search", "training", "help", "settings"]


@pytest.mark.parametrize("place", ["inbox", "team", "questions"])
def test_only_a_lead_has_the_places_of_a_lead(qtbot: QtBot, shell: Shell, place: str):
    assert place in dict(shell.sidebar.places())
    shell.set_lead(False)
    assert place not in dict(shell.sidebar.places())


def test_back_leads_to_the_page_below_after_saving(qtbot: QtBot, shell: Shell, note: Note):
    above = Note("Visit")
    shell.open_page(above)
    assert shell.places.back_button.isVisible()
    above.note.set_value("a line")
    saved = above.saved
    key(shell, Qt.Key.Key_Left, ALT)
    assert shell.page() is note
    assert saved == ["a line"]
    assert not shell.places.back_button.isVisible()
    shell.back()
    assert shell.page() is note


def test_going_elsewhere_saves_first(shell: Shell, note: Note):
    note.note.set_value("a line")
    shell.show_place("today", Note("Today"))
    assert note.saved == ["a line"]


def test_the_root_of_a_place_may_be_shown_again(shell: Shell, note: Note):
    shell.open_page(Note("Visit"))
    shell.show_place("cases", note)
    assert shell.page() is note
    assert note.isVisible()


# Room


@pytest.mark.parametrize(("width", "percent", "folded"), [(1366, 100, False), (799, 100, True), (1366, 200, True)])
def test_the_side_bar_folds_where_there_is_little_room(qtbot, shell, theme, unnamed, width, percent, folded):
    shell.resize(width, 700)
    theme.set_percent(percent)
    qtbot.waitUntil(lambda: shell.sidebar.folded() == folded)
    assert unnamed(shell.sidebar) == []


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_all_places_of_a_lead_fit_at_every_text_size(qtbot, shell: Shell, theme, percent):
    """On the smallest usual screen, with targets of 44 pixels at least and whole icons."""
    theme.set_percent(percent)
    shell.resize(1366, 768)
    bar = shell.sidebar
    places = [button for button in bar.findChildren(Button) if button.isVisible()]
    assert len(places) == 11, "nine places, cover and lock"
    qtbot.waitUntil(lambda: all(map(seen_whole, places)), timeout=2000)
    assert bar._scroll.verticalScrollBar().maximum() == 0
    assert all(button.height() >= max(44, scaled(20, percent)) for button in places)


def test_where_the_places_scroll_the_one_with_the_focus_is_seen(qtbot, shell: Shell, theme):
    theme.set_percent(200)
    shell.resize(1366, 420)
    bar = shell.sidebar
    qtbot.waitUntil(lambda: bar._scroll.verticalScrollBar().maximum() > 0, timeout=2000)
    buttons = [button for button in bar.findChildren(Button) if button.isVisible()]
    bar.take_focus()
    for back, on in ((Qt.Key.Key_Backtab, Qt.Key.Key_Tab), (Qt.Key.Key_Up, Qt.Key.Key_Down)):
        for way, ends in ((on, buttons[-1]), (back, buttons[0])):
            while QApplication.focusWidget() is not ends:
                qtbot.keyClick(QApplication.focusWidget(), way)
                here = QApplication.focusWidget()
                assert here in buttons
                assert seen_whole(here), f"{here.accessibleName()} by {way.name}"


def seen_whole(button: Button) -> bool:
    return button.visibleRegion().boundingRect().height() == button.height()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_stands_out_sideways(qtbot, shell, theme, say, sideways, percent):
    theme.set_percent(percent)
    shell.resize(1366, 768)
    page = SettingsPage(say, Settings())
    shell.show_place("settings", page)
    shell.show_status("Saved on this laptop 14:32 · on the server up to 14:05 · 3 waiting")
    qtbot.waitUntil(lambda: not sideways(page), timeout=2000)
    assert shell.width() == 1366
    assert shell.status.words.text().endswith("3 waiting")


def test_every_control_of_the_window_is_named(shell: Shell, note: Note, unnamed):
    shell.open_page(Note("Visit"))
    assert unnamed(shell) == []
    shell.lock()
    assert unnamed(shell) == []
    shell.unlock()
    shell.cover()
    assert unnamed(shell) == []


# Keyboard


def test_f6_goes_through_the_panes_and_back_to_the_same_field(shell: Shell, note: Note):
    seen = []
    for _ in range(3):
        key(shell, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert shell.status.isAncestorOf(seen[0])
    assert shell.sidebar.isAncestorOf(seen[1])
    assert seen[2] is note.note.control
    key(shell, Qt.Key.Key_F6, SHIFT)
    assert shell.sidebar.isAncestorOf(QApplication.focusWidget())


def test_the_palette_finds_and_does(qtbot: QtBot, shell: Shell, note: Note):
    key(shell, Qt.Key.Key_K, CTRL)
    assert shell.palette_.isVisible()
    qtbot.keyClicks(shell.palette_.field.control, "mark")
    assert shell.palette_.list.count() == 1
    key(shell, Qt.Key.Key_Return)
    assert note.did == ["mark"]
    assert not shell.palette_.isVisible()
    assert note.note.control.hasFocus()


def test_escape_leaves_the_palette_as_it_was(qtbot: QtBot, shell: Shell, note: Note):
    key(shell, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(shell.palette_.field.control, "no such thing")
    key(shell, Qt.Key.Key_Return)
    assert shell.palette_.isVisible()
    key(shell, Qt.Key.Key_Escape)
    assert not shell.palette_.isVisible()
    assert note.note.control.hasFocus()


def test_places_are_in_the_palette(qtbot: QtBot, shell: Shell, note: Note):
    key(shell, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(shell.palette_.field.control, "sea")
    with qtbot.waitSignal(shell.place_wanted) as told:
        key(shell, Qt.Key.Key_Return)
    assert told.args == ["search"]


def test_commands_that_begin_with_the_words_come_first():
    made = [Command(words, lambda: None) for words in ("Go to Search", "Search all notes", "Lock")]
    assert [command.words for command in matching(made, "sea")] == ["Search all notes", "Go to Search"]
    assert [command.words for command in matching(made, "go sea")] == ["Go to Search"]
    assert len(matching(made, "")) == 3


# Lock and cover


def test_locking_saves_hides_and_keeps_the_page(qtbot: QtBot, shell: Shell, note: Note):
    told: list[str] = []
    note.must_save.connect(lambda: told.append("save"))
    shell.about_to_lock.connect(lambda: told.append("about"))
    shell.locked.connect(lambda: told.append("locked"))
    note.note.set_value("a line")
    key(shell, Qt.Key.Key_L, CTRL | SHIFT)
    assert told == ["save", "about", "locked"]
    assert not note.isVisible()
    assert shell.lock_page.field.line.control.hasFocus()
    assert "a line" not in words_on(shell)
    assert "0117 496 0123" in words_on(shell)
    shell.unlock()
    assert note.isVisible()
    assert note.note.value() == "a line"
    assert note.note.control.hasFocus()


def test_a_wrong_passphrase_is_told_in_words_and_a_right_one_leads_back(qtbot: QtBot, shell: Shell, note: Note, say):
    shell.lock()
    given: list[str] = []
    shell.passphrase_given.connect(given.append)
    field = shell.lock_page.field.line
    qtbot.keyClicks(field.control, "wrong words")
    key(shell, Qt.Key.Key_Return)
    key(shell, Qt.Key.Key_Return)
    assert given == ["wrong words"]
    assert not shell.lock_page.button.isEnabled()
    shell.show_passphrase_error(say("error.wrong_passphrase"))
    assert field.error.isVisible()
    assert field.value() == "wrong words"
    assert shell.lock_page.button.isEnabled()
    shell.unlock()
    assert field.value() == ""
    assert shell.shows() == "open"


def test_nothing_typed_is_asked_for(qtbot: QtBot, theme, say):
    page = UnlockPage(say)
    qtbot.addWidget(page)
    page.show()
    with qtbot.assertNotEmitted(page.passphrase_given):
        page.button.click()
    assert page.field.line.error.text() == say("unlock.empty")


def test_the_numbers_are_reached_by_keyboard_at_200(qtbot: QtBot, shell: Shell, note: Note, theme):
    theme.set_percent(200)
    shell.lock()
    bar = shell.lock_page._pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    key(shell, Qt.Key.Key_PageDown)
    key(shell, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()


def test_the_cover_holds_nobodys_data(qtbot: QtBot, shell: Shell, note: Note, say):
    covered: list[bool] = []
    shell.covered.connect(lambda: covered.append(note.isVisible()))
    note.note.set_value("a line")
    key(shell, Qt.Key.Key_F9)
    assert covered == [False]
    assert note.saved == ["a line"]
    assert shell.windowTitle() == "Appointments"
    shown = words_on(shell)
    assert "Appointments" in shown
    for told in ("VisitApp", "Hill", "a line", "496"):
        assert told not in shown
    assert not shell.cover_page.field.isVisible()
    key(shell, Qt.Key.Key_F9)
    assert shell.cover_page.field.isVisible()
    with qtbot.waitSignal(shell.passphrase_given) as given:
        qtbot.keyClicks(shell.cover_page.field.line.control, "four words")
        key(shell, Qt.Key.Key_Return)
    assert given.args == ["four words"]
    shell.show_passphrase_error(say("error.wrong_passphrase"))
    assert "notes" not in words_on(shell)
    shell.unlock()
    assert shell.windowTitle() == "VisitApp"
    assert note.note.control.hasFocus()


def test_an_open_list_does_not_stay_over_the_cover(qtbot: QtBot, shell: Shell, note: Note):
    field = SelectField("Address", (("a", "12 Hill Street"), ("b", "Flat 3")))
    note.add(field)
    qtbot.waitUntil(field.isVisible)
    field.control.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.keyClick(field.control.view(), Qt.Key.Key_F9)
    assert shell.shows() == "cover"
    assert QApplication.activePopupWidget() is None
    assert not field.control.view().isVisible()


def test_a_key_in_the_window_puts_the_lock_off(qtbot: QtBot, shell: Shell, note: Note):
    before = shell.watch._idle._touched
    qtbot.waitUntil(lambda: shell.watch._clock() > before)
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_A)
    assert shell.watch._idle._touched > before
    assert note.note.value() == "a"


def test_a_covered_screen_that_locks_keeps_its_face(qtbot: QtBot, shell: Shell, note: Note):
    shell.cover()
    with qtbot.waitSignal(shell.locked):
        shell.watch.due.emit()
    assert shell.shows() == "cover"
    assert shell.cover_page.isVisible()


def test_the_warning_moves_nothing_and_goes_with_a_key(qtbot: QtBot, shell: Shell, note: Note):
    before = note.note.geometry()
    shell.watch.warned.emit(45)
    assert shell.warning.isVisible()
    assert "45 seconds" in words_on(shell)
    assert note.note.geometry() == before
    assert note.note.control.hasFocus()
    shell.watch.calmed.emit()
    assert not shell.warning.isVisible()


@pytest.mark.parametrize("end", ["lock", "close"])
def test_what_was_copied_here_does_not_outlast_the_lock(shell: Shell, note: Note, end: str):
    clipboard = QGuiApplication.clipboard()
    note.note.set_value("She said that he did it.")
    note.note.control.selectAll()
    note.note.control.copy()
    assert clipboard.text() == "She said that he did it."
    getattr(shell, end)()
    assert clipboard.text() == ""


def test_what_another_program_copied_stays(shell: Shell, note: Note, monkeypatch: pytest.MonkeyPatch):
    clipboard = QGuiApplication.clipboard()
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    clipboard.setText("a telephone number")
    shell.lock()
    assert clipboard.text() == "a telephone number"


def test_no_keys_of_the_work_reach_behind_the_lock(shell: Shell, note: Note):
    shell.lock()
    for pressed, with_ in ((Qt.Key.Key_K, CTRL), (Qt.Key.Key_F9, SHIFT & CTRL), (Qt.Key.Key_F6, SHIFT & CTRL)):
        key(shell, pressed, with_)
    shell.back()
    assert not shell.palette_.isVisible()
    assert shell.shows() == "lock"
    assert shell.lock_page.isVisible()


def test_the_start_stands_alone(qtbot: QtBot, theme, say, numbers):
    shell = Shell(say)
    qtbot.addWidget(shell)
    shell.show()
    shell.show_alone(UnlockPage(say, numbers))
    shell.lock()
    shell.cover()
    assert shell.shows() == "open"
    assert not shell.sidebar.isVisible()
    shell.show_place("today", Note("Today"))
    assert shell.sidebar.isVisible()


def test_closing_saves(qtbot: QtBot, shell: Shell, note: Note):
    note.note.set_value("a line")
    with qtbot.waitSignal(shell.closing):
        shell.close()
    assert note.saved[-1] == "a line"
