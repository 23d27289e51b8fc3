"""Which font the screens are set in. A machine without any shows boxes, so that is said at the start."""

import sys
from collections.abc import Collection

from PySide6.QtGui import QFontDatabase

from visitapp.resources import resource

WANTED = ("Inter", "Segoe UI", "SF Pro Text", ".AppleSystemUIFont", "Noto Sans", "Noto Sans Display", "DejaVu Sans")


def choose(families: Collection[str], system: str) -> str | None:
    """The first wanted family that is there, else the system's own, else any; None where there is no font at all."""
    for family in (*WANTED, system):
        if family in families:
            return family
    return min(families, default=None)


def load() -> str | None:
    """Take in the fonts that were delivered with the program and choose one; None where the machine has none."""
    try:
        delivered = sorted(resource("fonts").glob("*.[ot]tf"))
    except FileNotFoundError:
        delivered = []
    for path in delivered:
        QFontDatabase.addApplicationFont(str(path))
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    family = choose(QFontDatabase.families(), system)
    if family is None:
        sys.stderr.write("No font was found on this machine: letters will show as boxes. Install fonts-inter.\n")
    return family
