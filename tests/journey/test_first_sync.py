"""The first sync through the real window, with a real server that stops in the middle (peer lessons 11, 12, 18, 34)."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.office.made import PASSPHRASE, Office, quick, random_id
from tests.office.said import note_of
from visitapp.actions import cases, enrol
from visitapp.actions.opening import unlock
from visitapp.actions.writing import write
from visitapp.app.desktop import Desktop
from visitapp.app.profiles import Machine, tools
from visitapp.domain.family import Child
from visitapp.server.running import RunningServer
from visitapp.server.settings import ServerSettings
from visitapp.settings import Settings
from visitapp.store import coming, streams
from visitapp.ui.case.overview.page import OverviewPage
from visitapp.ui.firstsync.page import FirstSyncPage
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.text import Para
from visitapp.ui.quicknote.page import QuickNotePage
from visitapp.ui.theme.theme import Theme
from visitapp.ui.today.page import TodayPage
from visitapp.words import load

PATIENCE = 30_000
FAMILIES, NOTES = 5, 6
Open = Callable[..., Desktop]


@pytest.fixture
def laptop(the_office: Office, qapp: QApplication) -> Iterator[Open]:
    """The lead's laptop, which has never taken in the families; a server that gives pages of three entries."""
    worker = the_office.worker
    for number in range(FAMILIES):
        stream = cases.begin_case(
            worker, f"DEMO-{number}", f"Family {number}", (Child(id=worker.new_id(), name=f"Kit {number}"),)
        )
        for _ in range(NOTES):
            write(worker, stream, note_of(worker, "the newest" if number == 2 else "a note"))
    the_office.sync(worker)
    newest = next(one for one in streams.cases(worker.db) if cases.title_of(worker.case(one)) == "Family 2")
    write(worker, newest, note_of(worker, "written last"))
    the_office.sync(worker)
    again(the_office)
    the_office.lead.shut()
    held = Machine(the_office.folder, the_office.folder / "settings.toml", Settings(theme="light"))
    theme = Theme(qapp, "light", 100)
    made: list[Desktop] = []

    def open_(whose: str = "lead") -> Desktop:
        desktop = Desktop(theme, the_office.folder / whose, tools(load(), quick), held)
        made.append(desktop)
        desktop.start()
        QTest.qWaitForWindowExposed(desktop.shell)
        return desktop

    yield open_
    for desktop in made:
        desktop.shell.close()
        desktop.shell.deleteLater()


def again(office: Office) -> None:
    """The server once more at its address, over its data, giving small pages."""
    office.server.stop()
    settings = ServerSettings(data=office.folder / "server", port=office.server.port, page_entries=3)
    office.server = RunningServer(settings, clock=lambda: office.clock.now.timestamp())
    office.server.start()


def go_in(qtbot: QtBot, desktop: Desktop, before: Callable[[], None] = lambda: None) -> None:
    """Give the passphrase; `before` the first cycle begins."""
    ready: list[bool] = []
    desktop.ready.connect(lambda: ready.append(True))
    start = desktop._begin

    def begin(server) -> None:
        desktop.syncer_server = server
        before()
        start(server)

    desktop._begin = begin
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=PATIENCE)
    QTest.keyClicks(QApplication.focusWidget(), PASSPHRASE)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(ready), timeout=PATIENCE)


def watch(desktop: Desktop, asked: list[str], office: Office, stop_at: int = 0) -> Callable[[], None]:
    """Write down which pages of streams are asked for; the server is gone before the one numbered `stop_at`."""

    def heard(request: bytes) -> None:
        line = request.split(b"\n", 1)[0].decode()
        if "/streams/" in line:
            asked.append(line)
            if len(asked) == stop_at:
                office.server.stop()

    return lambda: desktop.syncer_server.listen(heard)


def page_of(qtbot: QtBot, desktop: Desktop) -> FirstSyncPage:
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page(), FirstSyncPage), timeout=PATIENCE)
    return desktop.shell.page()


def broken_off(
    qtbot: QtBot, desktop: Desktop, office: Office, stop_at: int
) -> tuple[Desktop, FirstSyncPage, list[str]]:
    """A window that went in, and whose server went away; with the pages of streams that were asked for."""
    asked: list[str] = []
    go_in(qtbot, desktop, watch(desktop, asked, office, stop_at))
    page = page_of(qtbot, desktop)
    qtbot.waitUntil(page.trouble.isVisible, timeout=PATIENCE)
    return desktop, page, asked


def shows(page: QWidget) -> list[str]:
    """The banners that are shown on a page."""
    return [one.words.text() for one in page.findChildren(Banner) if one.isVisible()]


def in_vault(qtbot: QtBot, desktop: Desktop, work: Callable[[], object]) -> object:
    found: list[object] = []
    desktop.background.run(work, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    return found[0]


def whole(qtbot: QtBot, desktop: Desktop) -> int:
    return in_vault(
        qtbot, desktop, lambda: sum(one.whole and one.kind == 2 for one in coming.everything(desktop.session.db))
    )


def test_11_18_34_a_stopped_server_is_told_work_goes_on_and_the_rest_comes_from_where_it_stopped(
    qtbot: QtBot, the_office: Office, laptop: Open
):
    desktop, page, asked = broken_off(qtbot, laptop(), the_office, 8)
    here = whole(qtbot, desktop)
    assert 0 < here < FAMILIES
    assert here > 1
    assert page.sentence.text() == f"{here} of {FAMILIES} families are here. You can already work with these."
    assert (page.bar.value(), page.bar.maximum()) == (here, FAMILIES)
    assert page.trouble.words.text().startswith("The last try at")
    # The most recently active came first.
    names = [row.accessibleName() for row in page.families.buttons()]
    assert len(names) == here
    assert names[0] == "Family 2"

    # Lesson 11: new notes meanwhile, in a family that is here.
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    today = desktop.shell.page()
    assert isinstance(today, TodayPage)
    qtbot.waitUntil(today.coming.isVisible, timeout=PATIENCE)
    stream = in_vault(qtbot, desktop, lambda: next(one.stream for one in coming.everything(desktop.session.db)[1:]))
    desktop.pages.begin(stream, "quick_note")
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page(), QuickNotePage), timeout=PATIENCE)
    desktop.shell.back()
    desktop.shell.close()

    # Lessons 12 and 34: after a restart, still without a server, and then with one.
    reached = {line.partition("/streams/")[2].partition("?")[0]: line for line in asked}
    desktop, later = laptop(), []
    go_in(qtbot, desktop, watch(desktop, later, the_office))
    page = page_of(qtbot, desktop)
    qtbot.waitUntil(lambda: page.trouble.isVisible(), timeout=PATIENCE)
    assert (page.bar.value(), page.bar.maximum()) == (here, FAMILIES)
    later.clear()
    again(the_office)
    desktop.sync()
    # Nobody has moved: the page leaves by itself.
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page(), TodayPage), timeout=PATIENCE)
    firsts = {}
    for line in later:
        firsts.setdefault(line.partition("/streams/")[2].partition("?")[0], line)
    assert firsts[stream_of(asked[-1])] == reached[stream_of(asked[-1])]
    done = {stream_of(line) for line in asked[:-1]} - {stream_of(asked[-1])}
    assert not done & set(firsts)
    assert in_vault(qtbot, desktop, lambda: coming.everything(desktop.session.db)) == ()
    titles = in_vault(qtbot, desktop, lambda: [line.title for line in cases.cases(desktop.session)])
    assert titles == [f"Family {number}" for number in range(FAMILIES)]


def stream_of(line: str) -> str:
    return line.partition("/streams/")[2].partition("?")[0]


def test_12_a_lock_in_the_middle_breaks_nothing_and_somebody_who_moved_stays(
    qtbot: QtBot, the_office: Office, laptop: Open
):
    desktop, page, _ = broken_off(qtbot, laptop(), the_office, 8)
    desktop.shell.lock()
    qtbot.waitUntil(lambda: not desktop.session.is_open, timeout=PATIENCE)
    again(the_office)
    QTest.keyClicks(desktop.shell.lock_page.focusWidget(), PASSPHRASE)
    QTest.keyClick(desktop.shell.lock_page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.shell.shows() == "open", timeout=PATIENCE)
    assert desktop.shell.page() is page
    QTest.keyClick(desktop.shell.windowHandle(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: page.done.isVisible(), timeout=PATIENCE)
    assert page.done.words.text() == f"All {FAMILIES} families are here."
    assert desktop.shell.page() is page
    assert page.go_on.text() == "Go to Today"
    assert len(page.families.buttons()) == FAMILIES


def test_18_what_is_half_here_says_so_and_no_date_rests_on_it(qtbot: QtBot, the_office: Office, laptop: Open):
    # The second page of the first family: one is here in part.
    desktop, page, _ = broken_off(qtbot, laptop(), the_office, 3)
    half = in_vault(qtbot, desktop, lambda: coming.half_here(desktop.session.db))
    assert len(half) == 1
    lines = in_vault(qtbot, desktop, lambda: {line.stream: line for line in cases.cases(desktop.session)})
    assert [line.half_here for line in lines.values()] == [True]
    assert in_vault(qtbot, desktop, lambda: cases.whole_cases(desktop.session)) == ()
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    today = desktop.shell.page()
    qtbot.waitUntil(today.coming.isVisible, timeout=PATIENCE)
    assert not any("nobody is to be seen" in one.text() and one.isVisible() for one in today.findChildren(Para))
    (row,) = today.lists["families"].buttons()
    told = row.accessibleDescription()
    assert load()("firstsync.half_here") in told
    assert "Last contact" not in told
    for place in ("inbox", "team"):
        desktop.pages.show(place)
        shown = desktop.shell.page()
        told = load()("firstsync.whole_only", sentence=load()("firstsync.none_yet", n=FAMILIES))
        qtbot.waitUntil(lambda shown=shown, told=told: told in shows(shown), timeout=PATIENCE)
    (stream,) = half
    desktop.pages.open_case(stream)
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page(), OverviewPage), timeout=PATIENCE)
    shown = desktop.shell.page()
    sentence = load()("firstsync.half_here.words")
    qtbot.waitUntil(lambda: sentence in shows(shown), timeout=PATIENCE)


def test_12_a_break_right_after_being_let_in_leads_in_all_the_same_and_says_what_is_missing(
    qtbot: QtBot, the_office: Office, laptop: Open
):
    """Let in, and then no network before anything came: not even who one is."""
    office = the_office
    office.lead = unlock(office.folder / "lead", PASSPHRASE, say=load(), clock=office.clock, new_id=random_id)
    code = enrol.invite(office.lead, "Jo Marsh", "worker", "Social worker")
    assert office.sync(office.lead).problem is None
    opened = enrol.look_at_invite(office.server.address, code, office.clock())
    joining = enrol.begin_joining(office.folder / "jo", PASSPHRASE, office.server.address, opened, office.tools)
    pending = enrol.joining(joining)
    enrol.ask(pending)
    assert office.sync(office.lead).problem is None
    enrol.finish_joining(joining, pending, enrol.ask(pending))
    joining.shut()
    office.server.stop()
    desktop = laptop("jo")
    go_in(qtbot, desktop)
    page = page_of(qtbot, desktop)
    qtbot.waitUntil(page.trouble.isVisible, timeout=PATIENCE)
    assert page.sentence.text() == load()("firstsync.nothing_yet")
    assert desktop.session.who.name == ""
    again(office)
    desktop.sync()
    qtbot.waitUntil(lambda: desktop.session.who.name == "Jo Marsh", timeout=PATIENCE)
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page(), TodayPage), timeout=PATIENCE)


def test_a_laptop_that_has_everything_shows_no_first_sync(qtbot: QtBot, the_office: Office, laptop: Open):
    desktop = laptop()
    go_in(qtbot, desktop)

    def through() -> bool:
        db = desktop.session.db
        return len(streams.cases(db)) == FAMILIES and not coming.everything(db)

    qtbot.waitUntil(lambda: in_vault(qtbot, desktop, through), timeout=PATIENCE)
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page(), TodayPage), timeout=PATIENCE)
    desktop.shell.close()
    desktop = laptop()
    shown: list[object] = []
    desktop.shell.places.shown.connect(shown.append)
    go_in(qtbot, desktop)
    qtbot.waitUntil(lambda: desktop.syncer.last is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: desktop.background.waiting == 0, timeout=PATIENCE)
    assert {type(page) for page in shown} == {TodayPage}
