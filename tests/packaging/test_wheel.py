"""The wheel built from a fresh clone: it carries the resources, compiled sentences included, and runs from them."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FILES = ["pyproject.toml", "README.md", "LICENSE", ".gitignore", "packaging/words.py", "packaging/hatch_build.py"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a clone in which nothing was compiled, unpacked."""
    clone = tmp_path_factory.mktemp("clone")
    for name in FILES:
        (clone / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, clone / name)
    for folder in ("visitapp", "resources"):
        shutil.copytree(ROOT / folder, clone / folder, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=clone, check=True, capture_output=True
    )
    (wheel,) = (clone / "dist").glob("*.whl")
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)  # our own archive, made a line above
    return site


def test_every_resource_is_in_it(installed: Path) -> None:
    resources = ROOT / "resources"
    wanted = {path.relative_to(resources) for path in resources.rglob("*") if path.is_file()} | {Path("words/en.mo")}
    bundled = installed / "visitapp" / "_resources"
    assert wanted <= {path.relative_to(bundled) for path in bundled.rglob("*")}


@pytest.mark.parametrize("words", [["--help"], ["replay", str(ROOT / "tests" / "reference" / "example-case.yaml")]])
def test_it_runs_away_from_the_checkout(installed: Path, tmp_path: Path, words: list[str]) -> None:
    where = "import sys, visitapp; from visitapp.resources import resource; from visitapp.__main__ import main; "
    where += "print(visitapp.__file__, resource('words', 'en.mo'), file=sys.stderr); sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-P", "-c", where, *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.split() == [
        str(installed / "visitapp" / "__init__.py"),
        str(installed / "visitapp" / "_resources" / "words" / "en.mo"),
    ]
    assert done.returncode == 0
    assert done.stdout
