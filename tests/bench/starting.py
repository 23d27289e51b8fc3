"""The row of the start: from the command to the painted unlock page, against a bare window. Two processes."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench import floors
from tests.bench.rows import Row, alternate
from tests.office.made import office
from tests.office.starting import APPLICATION
from visitapp.ui.theme.sheet import style_sheet
from visitapp.ui.theme.tokens import LIGHT


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Measure; `folder` is empty."""
    with office(folder / "office"):
        pass
    shutil.copytree(folder / "office" / "asha", folder / "data" / "profiles" / "default")
    (folder / "data" / "settings.toml").write_text('theme = "light"\n', encoding="utf-8")
    sheet = style_sheet(LIGHT, 100)
    # Once each before it counts: what comes from the disk the first time.
    floors.bare_window(sheet)
    _start(folder / "data")
    yield alternate(
        "start to painted unlock page",
        lambda: _start(folder / "data"),
        lambda: floors.bare_window(sheet),
        budget=1.5,
        rounds=rounds,
    )


def _start(data: Path) -> float:
    return floors.until_painted([sys.executable, "-c", APPLICATION, str(data)], "")
