"""`visitapp import FILE`: bring a case file into a profile, from the command line. Starts without Qt."""

import argparse
import getpass
import sys
from pathlib import Path

from visitapp.actions import cases
from visitapp.actions.opening import unlock
from visitapp.app.profiles import local_now, machine, profile, random_id
from visitapp.errors import Refused
from visitapp.words import Words


def run(options: argparse.Namespace, say: Words) -> int:
    """Unlock, take in, say what came in. Raises FileRefused and VaultError; then nothing was taken in."""
    folder = profile(machine(options.data), options.profile)
    passphrase = _typed_passphrase(options.passphrase_file, say("imports.passphrase"))
    session = unlock(folder, passphrase, say=say, clock=local_now, new_id=random_id)
    try:
        stream = cases.import_case(session, options.file)
        case = session.case(stream)
        print(say("imports.done", contacts=len(case.contacts), children=len(case.children)))  # noqa: T201
    finally:
        session.shut()
    return 0


def _typed_passphrase(file: Path | None, asking: str) -> str:
    """The passphrase from the first line of a file, or asked for on the terminal without showing it."""
    if file is None:
        return getpass.getpass(asking, stream=sys.stderr)
    try:
        return file.read_text(encoding="utf-8").splitlines()[0]
    except (IndexError, UnicodeDecodeError):
        raise Refused("imports.no_passphrase", file=str(file)) from None
