"""The rows of the tour: for each of its steps, the longest that the screen stood still (DESIGN.md 7, UI held).

The tour types key by key and leaves out its own looking at files and vaults; the gap of an idle screen is taken off.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.rows import Row
from visitapp.demo.tour.held import TICK_MS, Held

IDLE_MS = 2_000


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Measure; `folder` is empty."""
    idle: list[float] = []
    held: dict[str, list[float]] = {}
    for number in range(rounds):
        idle.append(float(_told("tests.bench.touring")))
        pictures = folder / str(number)
        _told("visitapp", "tour", str(pictures))
        for step in json.loads((pictures / "tour.json").read_text(encoding="utf-8"))["steps"]:
            held.setdefault(step["name"], []).append(step["held"])
    for name, gaps in held.items():
        yield Row(
            work=f"UI held in the tour's step {name}: largest gap of a {TICK_MS} ms timer above idle",
            product=[max(0.0, gap - statistics.median(idle)) for gap in gaps],
            floor=idle,
            people=0.05,
        )


def _told(*module: str) -> str:
    """What a module prints, run as a process of its own. Raises when it fails."""
    return subprocess.run([sys.executable, "-m", *module], check=True, capture_output=True, text=True).stdout


def _idle() -> float:
    """The largest gap on a screen on which nothing happens, in seconds."""
    app = QApplication([])
    window = QWidget()
    window.show()
    held = Held()
    QTimer.singleShot(IDLE_MS, app.quit)
    app.exec()
    return held.largest()


if __name__ == "__main__":
    sys.stdout.write(f"{_idle()}\n")
