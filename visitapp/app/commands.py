"""The command line. Exit codes: 0 done, 1 refused with a sentence on standard error, 2 wrong usage.

Each command loads only what it needs: `replay`, `bank`, `import` and `serve` start without Qt, the desktop without the
server's libraries.
"""

import argparse
import importlib
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from visitapp import words
from visitapp.app.heap import hold_back
from visitapp.app.terminal import plain
from visitapp.errors import FileRefused, VisitAppError

# command -> the module that does it, with a function `run(options) -> int`.
_MODULES = {
    "open": "visitapp.app.desktop",
    "demo": "visitapp.app.demo",
    "tour": "visitapp.app.tour",
    "serve": "visitapp.app.serve",
    "import": "visitapp.app.imports",
    "replay": "visitapp.app.replay",
    "bank": "visitapp.app.bankcheck",
}
_EXTRAS = {"PySide6": "desktop", "fastapi": "server", "sqlalchemy": "server", "uvicorn": "server", "alembic": "server"}


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the exit code."""
    options = _options(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever this place writes in: names and words have any sign
    if options.command == "open":
        hold_back()  # until the window stands there
    say = words.load()
    try:
        return int(importlib.import_module(_MODULES[options.command]).run(options, say))
    except FileRefused as refused:
        for problem in refused.named.get("problems", ()):
            print(plain(say(problem)), file=sys.stderr)  # noqa: T201  # the command line's own channel
        print(plain(said(refused, say)), file=sys.stderr)  # noqa: T201
        return 1
    except VisitAppError as problem:
        print(plain(said(problem, say)), file=sys.stderr)  # noqa: T201
        return 1
    except OSError as problem:
        if problem.filename is None:
            raise
        # A path that was given, or this person's own folder, is not there or not theirs to use.
        path = say("app.path_refused", file=str(problem.filename), why=problem.strerror)
        print(plain(path), file=sys.stderr)  # noqa: T201  # the command line's own channel
        return 1
    except ModuleNotFoundError as missing:
        # An installation with only a part of the program: the desktop's or the server's libraries are not there.
        extra = _EXTRAS.get((missing.name or "").partition(".")[0])
        if extra is None:
            raise
        print(say("app.part_missing", extra=extra), file=sys.stderr)  # noqa: T201
        return 1


def said(problem: VisitAppError, say: words.Words) -> str:
    """An error as a sentence for the person."""
    return say(words.Text(problem.message, problem.named))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked for. Exits with 2 for wrong usage. Opening the window does not wait for the other commands."""
    window = _window()
    options, more = window.parse_known_args(arguments)
    if not more:
        return options
    parser = _parser(window)
    options = parser.parse_args(arguments)
    if options.command == "replay" and len(options.files) > 1 and not options.table:
        parser.error("replay steps through one FILE; several are counted with --table")
    return options


def _window() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="visitapp", add_help=False)
    parser.set_defaults(command="open", data=None, profile="")
    parser.add_argument("--data", type=Path, help="folder of the profiles (default: this user's data folder)")
    parser.add_argument("--profile", default="", help="which profile to open")
    return parser


def _parser(window: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="visitapp", description="Visit notes, the extra question, and review.", parents=[window]
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    demo = commands.add_parser("demo", help="try it with invented families: two profiles and a server on this machine")
    demo.add_argument("--as", dest="role", choices=("worker", "lead"), default="worker", help="whose window to open")
    demo.add_argument("--both", action="store_true", help="open both windows")
    demo.set_defaults(command="demo")

    tour = commands.add_parser("tour", help="drive the real application through the main job and take pictures")
    tour.add_argument("folder", type=Path, help="where the pictures and tour.json go")
    tour.add_argument("--theme", choices=("light", "dark", "contrast"), default="light", help="in which colours")
    tour.add_argument("--percent", type=int, default=100, choices=range(100, 201), metavar="100-200", help="text size")
    tour.add_argument("--further", action="store_true", help="also what stands around the main job")
    tour.set_defaults(command="tour")

    serve = commands.add_parser("serve", help="run the server that can read nothing")
    serve.set_defaults(command="serve")
    importlib.import_module("visitapp.app.serving_options").add(serve)

    bring = commands.add_parser("import", help="bring a case file into a profile")
    bring.add_argument("file", type=Path)
    bring.add_argument("--passphrase-file", type=Path, help="read the passphrase from the first line of this file")
    bring.set_defaults(command="import")

    replay = commands.add_parser(
        "replay", help="step through a case file: what would have been asked, knowing only what was known"
    )
    replay.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a case file; several with --table")
    replay.add_argument("--json", action="store_true", help="one object a contact, one a line")
    replay.add_argument(
        "--table", action="store_true", help="instead: how often each question came, over all files (with --json too)"
    )
    replay.set_defaults(command="replay")

    bank = commands.add_parser("bank", help="check a question bank: whether it can be used; if not, where and why")
    bank.add_argument("file", type=Path)
    bank.set_defaults(command="bank")
    return parser
