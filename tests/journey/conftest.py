"""The demo's two windows."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.office.made import quick
from tests.ui.conftest import sideways, unnamed  # noqa: F401  # fixtures that look at any page
from visitapp.app.desktop import Desktop
from visitapp.app.profiles import Machine, tools
from visitapp.crypto.passphrase import Argon
from visitapp.demo import people
from visitapp.demo.tour.driver import Driver
from visitapp.demo.tour.marker import Marker
from visitapp.demo.tour.scene import Scene
from visitapp.settings import Settings
from visitapp.ui.theme.theme import Theme
from visitapp.words import load

OpenWindow = Callable[[str], Desktop]


@pytest.fixture
def scene(qapp: QApplication, tmp_path: Path) -> Iterator[Scene]:
    """The demo's people and families, a server, and windows that open when they are wanted."""
    made_with = tools(load(), lambda: Argon(salt=os.urandom(16), memory_kib=64, passes=1, lanes=1))
    demo = people.make(tmp_path, argon=quick, clock=made_with.clock, new_id=made_with.new_id, say=made_with.say)
    held = Machine(tmp_path, tmp_path / "settings.toml", Settings(theme="light"))
    theme = Theme(qapp, "light", 100)
    marker = Marker("Rhubarb-and-custard mug", ())
    driver = Driver(tmp_path, marker)
    set_up = Scene(made_with, lambda role: Desktop(theme, tmp_path / role, made_with, held), demo, driver, marker)
    yield set_up
    set_up.close()
    if demo.server.running:
        demo.server.stop()
