"""`packaging/run` and its set-up: quiet, exit codes passed on, wherever one stands; what is missing is named."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = [".ci/run", "packaging/bench", "packaging/lock", "packaging/run", "packaging/setup.sh", "packaging/test"]

# In place of the environment's Python: says the words it was given, the folder it stands in, and ends with 7.
PYTHON = '#!/bin/sh\nprintf "%s\\n" "$@" "$PWD"\nexit 7\n'
# The system commands of a machine that has python3 and bash, no Debian package of ours, and an ordinary user.
BARE = {"dpkg-query": "exit 0", "id": "echo 1000", "apt-get": "echo called >&2; exit 1"}


def _program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A checkout without environment or sentences."""
    root = tmp_path / "a clone"
    shutil.copytree(ROOT / "packaging", root / "packaging", ignore=shutil.ignore_patterns("__pycache__", "figures"))
    (root / "resources" / "words" / "en").mkdir(parents=True)
    return root


@pytest.fixture
def ready(clone: Path) -> Path:
    """A checkout in which everything is there."""
    _program(clone / ".venv" / "bin" / "python", PYTHON)
    (clone / "resources" / "words" / "en.mo").touch()
    (clone / "visitapp").mkdir()
    (clone / ".venv" / ".visitapp-compiled").touch()
    subprocess.run(["bash", "-c", ". packaging/setup.sh; wanted >.venv/.visitapp-lock"], cwd=clone, check=True)
    return clone


def _run(script: Path | str, *words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    paths = {"PATH": "/usr/local/bin:/usr/bin:/bin", **environment}
    return subprocess.run(["bash", script, *words], cwd=cwd, env=paths, capture_output=True, text=True, check=False)


def _through_link(clone: Path, elsewhere: Path) -> Path:
    (elsewhere / "visit").symlink_to(clone / "packaging" / "run")
    return elsewhere / "visit"


@pytest.mark.parametrize("called", [lambda clone, _: clone / "packaging" / "run", _through_link], ids=["path", "link"])
def test_run_hands_on_words_folder_output_and_exit_code(
    ready: Path, tmp_path: Path, called: Callable[[Path, Path], Path]
) -> None:
    done = _run(called(ready, tmp_path), "replay", "two words", "--json", cwd=tmp_path)
    assert done.stdout.splitlines() == ["-P", "-m", "visitapp", "replay", "two words", "--json", str(tmp_path)]
    assert (done.returncode, done.stderr) == (7, "")


def test_run_without_words_is_the_demo(ready: Path) -> None:
    assert _run("packaging/run", cwd=ready).stdout.splitlines()[:-1] == ["-P", "-m", "visitapp", "demo"]


def test_a_strange_cdpath_leads_nowhere(ready: Path, tmp_path: Path) -> None:
    assert _run("packaging/run", cwd=ready, CDPATH=str(tmp_path)).returncode == 7


def test_an_ordinary_user_is_told_every_missing_package_and_nothing_changes(clone: Path, tmp_path: Path) -> None:
    for name, body in BARE.items():
        _program(tmp_path / "bin" / name, f"#!/bin/sh\n{body}\n")
    before = sorted(clone.rglob("*"))
    done = _run("packaging/test", cwd=clone, PATH=f"{tmp_path / 'bin'}:/usr/local/bin:/usr/bin:/bin")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert {"libegl1", "libxcb-cursor0", "xvfb"} <= set(done.stderr.split())
    assert sorted(clone.rglob("*")) == before


def test_a_moved_checkout_is_set_up_anew(ready: Path, tmp_path: Path) -> None:
    for name, body in BARE.items():
        _program(tmp_path / "bin" / name, f"#!/bin/sh\n{body}\n")
    moved = ready.rename(tmp_path / "moved")
    done = _run("packaging/run", cwd=moved, PATH=f"{tmp_path / 'bin'}:/usr/local/bin:/usr/bin:/bin")
    assert (done.returncode, done.stdout) == (1, "")


def test_modules_are_compiled_once_and_again_when_newer(ready: Path) -> None:
    module, stamp = ready / "visitapp" / "words.py", ready / ".venv" / ".visitapp-compiled"
    _program(ready / ".venv" / "bin" / "python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')

    def compiled() -> list[Path]:
        done = _run("-c", ". packaging/setup.sh; compile_modules", cwd=ready, PYTHONDONTWRITEBYTECODE="1")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        return list((ready / "visitapp" / "__pycache__").glob("words.*.pyc"))

    assert compiled() == []  # nothing is newer than the stamp
    module.write_text("GREETING = 1\n", "utf-8")
    assert len(compiled()) == 1
    before = stamp.stat().st_mtime_ns
    compiled()
    assert stamp.stat().st_mtime_ns == before


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_can_be_read_by_bash_and_shellcheck_where_there_is_one(script: str) -> None:
    subprocess.run(["bash", "-n", script], cwd=ROOT, check=True)
    if shutil.which("shellcheck"):
        subprocess.run(["shellcheck", "-x", script], cwd=ROOT, check=True)
