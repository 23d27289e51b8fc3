"""The lock: everything pinned and hashed, from no host and no path, and in step with pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def _locked() -> dict[str, list[str]]:
    """What stands in the lock -> its hashes, with the comments left out."""
    text = "\n".join(line for line in LOCK.read_text("utf-8").splitlines() if not line.startswith("#"))
    logical = text.replace("\\\n", " ").splitlines()
    return {line.split(" --hash", 1)[0].strip(): HASH.findall(line) for line in logical if line.strip()}


LOCKED = _locked()


def _wished() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [Requirement(words) for words in [*project["dependencies"], *(words for extra in extras for words in extra)]]


@pytest.mark.parametrize("line", LOCKED)
def test_every_line_is_one_pinned_and_hashed_package(line: str) -> None:
    requirement = Requirement(line)
    assert [one.operator for one in requirement.specifier] == ["=="]
    assert requirement.url is None
    assert LOCKED[line]


def test_no_host_no_path_no_option() -> None:
    assert not re.search(
        r"://|@|file:|(^|\s)[./~]|(^|\s)-[a-z]|(^|\s)--(?!hash=)", LOCK.read_text("utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("wish", _wished(), ids=str)
def test_every_dependency_is_locked_within_its_range(wish: Requirement) -> None:
    fitting = [
        locked
        for locked in map(Requirement, LOCKED)
        if canonicalize_name(locked.name) == canonicalize_name(wish.name)
        and all(wish.specifier.contains(one.version) for one in locked.specifier)
        and (locked.marker is None or Marker(str(locked.marker)).evaluate())
    ]
    assert len(fitting) == 1
