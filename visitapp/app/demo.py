"""`visitapp demo`: two profiles with invented families and a server on this machine; opens one window or both."""

import argparse
import shutil
from pathlib import Path

from visitapp.app.desktop import Desktop, application, show
from visitapp.app.profiles import Machine, local_now, machine, random_id, slow_guesses, tools
from visitapp.demo import people
from visitapp.demo.people import PASSPHRASE
from visitapp.server.running import RunningServer
from visitapp.settings import read
from visitapp.words import Words

_READY = "ready"


def run(options: argparse.Namespace, say: Words) -> int:
    """Make the demo the first time, start its server, open the window; the exit code when the last one is closed."""
    held = _machine(options.data)
    server = prepared(held.folder, say)
    try:
        app, theme = application(held)
        roles = ("worker", "lead") if options.both else (options.role,)
        hint = say("demo.passphrase", passphrase=PASSPHRASE)
        return show(app, *(Desktop(theme, held.folder / role, tools(say), held, hint) for role in roles))
    finally:
        server.stop()


def prepared(folder: Path, say: Words) -> RunningServer:
    """The demo's server, running; everything is made when it is not all there."""
    if (folder / _READY).exists():
        server = people.server_in(folder)
        server.start()
        return server
    for left_over in ("lead", "worker", "server"):
        shutil.rmtree(folder / left_over, ignore_errors=True)
    print(say("demo.making"))  # noqa: T201  # the command line's own channel
    made = people.make(folder, argon=slow_guesses, clock=local_now, new_id=random_id, say=say)
    people.remember_port(folder, made.server)
    (folder / _READY).touch()
    return made.server


def _machine(data: Path | None) -> Machine:
    folder = machine(data).folder / "demo"
    settings_file = folder / "settings.toml"
    return Machine(folder, settings_file, read(settings_file))
