"""Rounds of faults: 50 in the suite, 1,000 with --long, each by its seed. And workers to be killed."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.conftest import KEY
from tests.store.pen import Pen, Room
from visitapp.store import keys
from visitapp.store.keys import Device
from visitapp.store.opening import create

Round = Callable[[str, int], Path]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(1000 if metafunc.config.getoption("--long") else 50))


@pytest.fixture(scope="session")
def nursery() -> Iterator[subprocess.Popen[str]]:
    """The program that starts and kills workers."""
    root = Path(__file__).parent.parent.parent
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.nursery"],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile that knows one case, to be copied for each round."""
    profile = tmp_path_factory.mktemp("begun") / "profile"
    db = create(profile, KEY)
    pen = Pen(Room())
    pen.room.join(db)
    device = Device(
        id=pen.device.hex(),
        member=pen.member,
        incarnation=pen.incarnation.hex(),
        signing=bytes(32),
        wrapping=bytes(96),
    )
    keys.keep_device(db, device)
    db.close()
    return profile


@pytest.fixture
def killed(nursery: subprocess.Popen[str], begun: Path, tmp_path: Path) -> Round:
    """Let a worker do a job on a fresh profile until its seed kills it; the profile that is left."""

    def play(job: str, seed: int) -> Path:
        profile = tmp_path / "profile"
        shutil.copytree(begun, profile)
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        print(json.dumps({"job": job, "profile": str(profile), "seed": seed}), file=nursery.stdin, flush=True)
        assert nursery.stdout.readline() == "dead\n"
        return profile

    return play


@pytest.fixture
def done(tmp_path: Path) -> Callable[[], list[list[str]]]:
    """What the worker had told as done, line by line."""
    return lambda: [line.split() for line in (tmp_path / "done").read_text(encoding="ascii").splitlines()]
