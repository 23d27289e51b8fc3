"""`visitapp serve` as a program of its own: what it prints, how it ends, what it refuses, what it does not load."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from visitapp.sync.transport import HttpServer

Serve = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: str, **environment: str) -> "subprocess.Popen[str]":
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("VISITAPP_SERVER_")}
        process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "visitapp", "serve", "--data", str(tmp_path / "data"), *arguments],
            env=inherited | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def test_it_listens_says_so_and_ends_when_told(serve: Serve) -> None:
    process = serve("--port", "0")
    assert re.fullmatch(r"VisitApp server: not set up yet\. .* [A-Z2-7]{4}(-[A-Z2-7]{4}){3}\n", line(process))
    listening = re.fullmatch(r"VisitApp server: listening on (http://127\.0\.0\.1:\d+), data in .*\n", line(process))
    assert listening is not None
    with HttpServer(listening[1]) as client:
        first = client.status()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0
    assert process.communicate() == ("", "")

    again = serve("--port", listening[1].rpartition(":")[2])
    line(again), line(again)
    with HttpServer(listening[1]) as client:
        assert client.status() == first
    again.send_signal(signal.SIGINT)
    assert again.wait(timeout=20) == 0


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (("--port", "70000"), {}, "port"),
        ((), {"VISITAPP_SERVER_COLOUR": "blue"}, "colour"),
        (("--database-url", "postgresql://us:hush@here:port/name"), {}, "database_url"),
        (("--setup-code-file", sys.executable), {}, sys.executable),
        (("--data", f"{sys.executable}/data"), {}, sys.executable),
    ],
)
def test_what_it_refuses(serve: Serve, arguments: tuple[str, ...], environment: dict[str, str], said: str) -> None:
    process = serve(*arguments, **environment)
    out, error = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert said in error
    assert "Traceback" not in error
    assert "hush" not in error


def test_the_server_loads_no_window_and_no_word_of_the_field() -> None:
    program = "import sys, visitapp.app.serve; print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "visitapp.server.app" in loaded
    blind_to = ("PySide6", "visitapp.domain", "visitapp.questions", "visitapp.store", "visitapp.records.content")
    assert not [name for name in loaded if name.startswith(blind_to)]
