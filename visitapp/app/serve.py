"""`visitapp serve`: the server's composition, from settings to a listening server, until it is told to stop."""

import argparse
import os
import signal
import threading
from types import FrameType

from visitapp.app.serving_options import given
from visitapp.server.running import RunningServer
from visitapp.server.settings import read_settings
from visitapp.words import Words


def run(options: argparse.Namespace, say: Words) -> int:
    """Serve until SIGINT or SIGTERM; 0. Raises Refused for odd settings, a wrong key, a port that is taken."""
    settings = read_settings(os.environ, given(options))
    stop = threading.Event()

    def told_to_stop(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {one: signal.signal(one, told_to_stop) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        with RunningServer(settings) as server:
            if server.needs_setup:
                print(say("server.setup_code", code=server.setup_code), flush=True)  # noqa: T201  # the terminal's line
            print(say("server.listening", address=server.address, data=str(settings.data)), flush=True)  # noqa: T201
            while not stop.wait(1.0):  # in steps, so that signals are seen on every system
                pass
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    return 0
