"""`visitapp tour DIR`: the tour over real windows, vaults and a real server; exit 0 when all of it held."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from visitapp.app.profiles import Machine, tools
from visitapp.crypto.passphrase import Argon
from visitapp.settings import Settings
from visitapp.words import Words


def run(options: argparse.Namespace, say: Words) -> int:
    """Take the tour. Without a display it is taken offscreen."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder: Path = options.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="visitapp-tour-"))
    _move_in(work)
    # Only now: Qt reads its platform and this user's folders when it is loaded.
    from visitapp.app.desktop import Desktop, application
    from visitapp.demo.tour.taken import Stage, take

    held = Machine(work, work / "settings.toml", Settings(theme=options.theme, text_percent=options.percent))
    app, theme = application(held)
    made_with = tools(say, lambda: Argon(salt=os.urandom(16), memory_kib=8192, passes=1, lanes=1))
    try:
        stage = Stage(
            app=app,
            folder=work,
            pictures=folder,
            tools=made_with,
            open_window=lambda role: Desktop(theme, work / role, made_with, held),
            further=options.further,
        )
        ok = take(stage)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if not ok:
        print(say("tour.failed", folder=str(folder)), file=sys.stderr)  # noqa: T201
        return 1
    print(say("tour.done", folder=str(folder)))  # noqa: T201
    return 0


def _move_in(work: Path) -> None:
    """Have HOME and TMPDIR inside the tour's own folder, so that whatever anybody writes there is looked through."""
    for name, part in (("HOME", "home"), ("TMPDIR", "tmp"), ("XDG_CACHE_HOME", "home/.cache")):
        (work / part).mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(work / part)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ.pop(name, None)
    tempfile.tempdir = None
