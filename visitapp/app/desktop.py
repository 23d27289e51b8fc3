"""`visitapp`: the desktop application, put together here and nowhere else."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from visitapp.actions.lockscreen import numbers_on_this_laptop
from visitapp.actions.tools import Tools
from visitapp.app.doors import Doors
from visitapp.app.heap import go_on, leave_out_what_is_loaded
from visitapp.app.profiles import Machine, machine, profile, tools
from visitapp.errors import Locked, Refused, VisitAppError
from visitapp.settings import Settings, write
from visitapp.ui.background import Background, describe
from visitapp.ui.shell.unexpected import Unexpected
from visitapp.ui.shell.window import Shell
from visitapp.ui.theme.theme import Theme
from visitapp.words import Words

if TYPE_CHECKING:
    from visitapp.actions.session import Session
    from visitapp.actions.syncing import SyncStatus
    from visitapp.app.arriving import Arriving
    from visitapp.app.places import Pages
    from visitapp.app.syncer import Syncer
    from visitapp.sync.outcome import Outcome
    from visitapp.sync.transport import HttpServer


LOAD_AFTER = 50
"""When to begin loading what lies behind the first page, in milliseconds: it is painted by then, and Python's threads
take turns of 5 ms, which the screen would wait for."""


class Desktop(QObject):
    """One profile's window and everything behind it. `ready` comes when the first page after unlocking stands there.

    `loaded`: whether what stands behind the unlock page was loaded.
    """

    ready = Signal()
    demo_wanted = Signal()

    def __init__(self, theme: Theme, folder: Path, made_with: Tools, held: Machine, hint: str = "") -> None:
        super().__init__()
        self.theme, self.tools, self._machine = theme, made_with, held
        self._settings = held.settings
        self.saved_at = ""
        self.loaded = False
        self.session: Session | None = None
        self.pages: Pages | None = None
        self.syncer: Syncer | None = None
        self.arriving: Arriving | None = None
        self.background = Background()
        self.shell = Shell(
            made_with.say,
            lock_after=self._settings.lock_after_minutes * 60,
            warn_before=self._settings.warn_before_lock_seconds,
            today=lambda: made_with.clock().date(),
        )
        self.doors = Doors(self.shell, self.background, folder, made_with, hint)
        self._listen()

    def _listen(self) -> None:
        self.background.crashed.connect(self.crashed)
        self.doors.entered.connect(self._entered)
        self.doors.came_back.connect(self._came_back)
        self.doors.demo_wanted.connect(self.demo_wanted)
        self.shell.closing.connect(self.close)
        self.shell.quit_wanted.connect(self.shell.close)
        self.shell.sync_wanted.connect(self.sync_pressed)
        self.shell.place_wanted.connect(self._place)

    def start(self) -> None:
        """Show the window with what this profile needs first."""
        self.doors.start()
        self.shell.show()
        QTimer.singleShot(LOAD_AFTER, self, self._started)

    def _started(self) -> None:
        self.shell.show_icon()
        self.background.run(_load, lambda _: self._loaded())

    def _loaded(self) -> None:
        leave_out_what_is_loaded()
        go_on()
        self.shell.make_work()
        self.loaded = True

    # In

    def _entered(self, session: "Session") -> None:
        self.session = session

        def work() -> "HttpServer":
            from visitapp.app.verbs import numbers, syncing

            numbers.copy_out(session)
            return syncing.server_of(session)

        self.background.run(work, self._begin)

    def _begin(self, server: "HttpServer") -> None:
        from visitapp.app.verbs import Arriving, Pages, Syncer

        session = self.session
        if session is None:
            return
        self.syncer = syncer = Syncer(session, server, self.background, self._settings.sync_every_minutes * 60)
        self.syncer.told.connect(self._synced)
        self.syncer.broken.connect(self.crashed)
        self.pages = Pages(self.shell, self.background, session, self.tools.say, numbers_on_this_laptop, self._settings)
        self.pages.signed.connect(self.sync)
        self.pages.saved.connect(self._saved)
        self.pages.settings_changed.connect(self._set)
        self.pages.sync_wanted.connect(self.sync_pressed)
        self.arriving = Arriving(
            self.shell, self.background, session, self.tools.say, self.pages, lambda: syncer.running
        )
        self.syncer.moved.connect(self.arriving.moved)
        self.arriving.came.connect(self._freshen)
        self.pages.first_sync_wanted.connect(self.arriving.open)
        self.shell.set_lead(session.who.role == "lead")
        self.shell.show_numbers(numbers_on_this_laptop(session.profile))
        self._place("today")
        self.arriving.look()
        self.syncer.start()
        self.show_status()
        self.ready.emit()

    def _place(self, place: str) -> None:
        if self.pages is not None:
            self.pages.show(place)

    def _came_back(self) -> None:
        self.sync()
        self.show_status()
        if self.arriving is not None:
            self.arriving.look()

    # Syncing

    def sync(self) -> None:
        """Sync now."""
        if self.syncer is not None:
            self.syncer.ask()
            self.show_status()

    def sync_pressed(self) -> None:
        """Somebody asked for it: what the server refused before is offered once more too."""
        session = self.session
        if session is None:
            return

        def work() -> None:
            from visitapp.app.verbs import syncing

            syncing.offer_refused(session)

        self.background.run(work, lambda _: self.sync())

    def _synced(self, outcome: "Outcome") -> None:
        session = self.session
        if session is None or not session.is_open:
            return
        if outcome.received:
            self._freshen()
        if self.arriving is not None:
            self.arriving.look()
        self.show_status()

    def _freshen(self) -> None:
        """Something came in: the page that is shown, the numbers, and who this is, where that was not known yet."""
        from visitapp.app.verbs import numbers, recognise

        session = self.session
        if session is None or self.pages is None or not session.is_open:
            return
        self.pages.refresh()
        self.background.run(lambda: numbers.copy_out(session), self.shell.show_numbers, _later)
        self.background.run(lambda: recognise(session).role == "lead", self.shell.set_lead, _later)

    def _saved(self, at: str) -> None:
        self.saved_at = at
        self.show_status()

    def show_status(self) -> None:
        """Tell at the foot of the window how it stands, from the vault itself."""
        session, syncer = self.session, self.syncer
        if session is None or syncer is None:
            return

        def work() -> "SyncStatus | None":
            from visitapp.app.verbs import Outcome, syncing

            last = syncer.last or Outcome()
            return syncing.status(session, last.problem, last.alarms) if session.is_open else None

        self.background.run(work, lambda status: self._told(status, busy=syncer.running))

    def _told(self, status: "SyncStatus | None", *, busy: bool) -> None:
        if status is None:
            return
        say = self.tools.say
        parts = [say("foot.saved", at=self.saved_at)] if self.saved_at else []
        parts.append(say("foot.server", at=status.server) if status.server else say("foot.server_never"))
        if status.coming:
            parts.append(say("foot.coming", n=status.coming))
        if status.waiting:
            parts.append(say("foot.waiting", n=status.waiting))
        if status.problem is not None and not status.alarm:
            parts.append(say(status.problem))
        if status.alarm:
            parts = [say("error.server_went_back")]
        words = " · ".join(parts)
        self.shell.show_status(words[:1].upper() + words[1:], trouble=status.alarm or bool(status.refused), busy=busy)

    # This machine's settings

    def _set(self, name: str, value: object) -> None:
        self._settings = replace(self._settings, **{name: value})
        apply: dict[str, Callable[[Settings], None]] = {
            "theme": lambda held: self.theme.set_theme(held.theme),
            "text_percent": lambda held: self.theme.set_percent(held.text_percent),
            "lock_after_minutes": lambda held: self.shell.watch.set_times(
                held.lock_after_minutes * 60, held.warn_before_lock_seconds
            ),
        }
        apply[name](self._settings)
        write(self._machine.settings_file, self._settings)

    # Out

    def crashed(self, error: BaseException) -> None:
        """Tell of what nobody expected: where it was, and nothing of what was written."""
        if isinstance(error, Locked):
            # A page asked for something just as the vault was shut; it asks again when it is shown.
            return
        sys.stderr.write(f"visitapp: {describe(error)}\n")
        self.shell.show_crash(error)

    def close(self) -> None:
        """Save, stop, shut the vault. Safe to call twice."""
        if self.syncer is not None:
            self.syncer.stop()
        session = self.session
        if session is not None:
            self.background.run(session.shut, lambda _: None)
        self.background.close()


def _later(_problem: VisitAppError) -> None:
    """Locked meanwhile: it is done again on return."""


def _load() -> None:
    """Load what comes behind the first page, on the worker's thread, while somebody types the passphrase."""
    importlib.import_module("visitapp.app.verbs")


def application(held: Machine) -> tuple[QApplication, Theme]:
    """The one Qt application, with the theme on it. Raises Refused where there is no screen to show it on."""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in shown):
        raise Refused("app.no_display")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101  # for the types: nobody else makes one here
    return app, Theme(app, held.settings.theme, held.settings.text_percent)


def run(options: argparse.Namespace, say: Words) -> int:
    """Open the application on a profile; the exit code when its window is closed."""
    held = machine(options.data)
    app, theme = application(held)
    desktop = Desktop(theme, profile(held, options.profile), tools(say), held)
    desktop.demo_wanted.connect(lambda: _open_demo(desktop, options.data))
    return show(app, desktop)


def show(app: QApplication, *desktops: Desktop) -> int:
    """Open windows; the exit code when the last is closed. What nobody caught is told in the first of them."""
    unexpected = Unexpected()
    unexpected.happened.connect(desktops[0].crashed)
    unexpected.install()
    try:
        for desktop in desktops:
            desktop.start()
        return app.exec()
    finally:
        unexpected.remove()


def _open_demo(desktop: Desktop, data: Path | None) -> None:
    """The demo is a program of its own, with its own server; this window is left once it has started."""
    where = ["--data", str(data)] if data else []
    started, _ = QtCore.QProcess.startDetached(sys.executable, ["-P", "-m", "visitapp", *where, "demo"])
    if started:
        desktop.shell.close()
