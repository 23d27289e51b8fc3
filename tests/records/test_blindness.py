"""What the server imports knows nothing of families: held by the import contract, which names every such module."""

import subprocess
import sys
import tomllib
from pathlib import Path

import visitapp.records

ROOT = Path(__file__).parent.parent.parent
CONTENT = "visitapp.records.content"


def without_content() -> list[str]:
    """All modules of records but content."""
    folder = Path(visitapp.records.__file__).parent
    found = (f"visitapp.records.{path.stem}" for path in folder.glob("*.py") if path.stem != "__init__")
    return sorted(name for name in found if name != CONTENT)


def test_the_contract_names_every_module_but_content() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    named = next(one for one in contracts if one["name"] == "Envelope, chain and control know no content")
    assert named["source_modules"] == without_content()


def test_nothing_of_the_field_is_loaded_with_them() -> None:
    names = ", ".join(without_content())
    script = f"import sys, {names}; print([one for one in sys.modules if one.startswith('visitapp.domain')])"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
