"""`python -m tests.bench`: one JSON row a line of the budget table (DESIGN.md 7). A wrong state fails, time never does.

--quick       a tenth of the amounts: whether it runs, not how fast
--only NAME   one of: sync, sign, case, click, start, team, held, tour; may be given more than once
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import (  # the platform is chosen first
    clicking,
    holding,
    opening,
    signing,
    starting,
    syncing,
    teaming,
    touring,
)
from tests.bench.rows import Row, show

Measured = Callable[[Path, int], Iterator[Row]]
_ALL: dict[str, tuple[Measured, int]] = {
    "start": (starting.rows, 7),
    "case": (opening.rows, 2_000),
    "click": (clicking.rows, 2_000),
    "sign": (signing.rows, 70),
    "sync": (syncing.rows, 10_000),
    "team": (teaming.rows, 200),
    "held": (holding.rows, 10_000),
    "tour": (touring.rows, 3),
}


def main(arguments: list[str]) -> int:
    """Measure what was asked for; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of the amounts")
    parser.add_argument("--only", action="append", choices=list(_ALL), help="measure this; may be given more than once")
    options = parser.parse_args(arguments)
    for name in options.only or list(_ALL):
        measured, amount = _ALL[name]
        with tempfile.TemporaryDirectory(prefix="visitapp-bench-") as folder:
            for row in measured(Path(folder), max(1, amount // 10) if options.quick else amount):
                show(row)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
