"""Hatch's hook: the sentences are compiled before a wheel is built, as git does not keep the compiled file."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileSentences(BuildHookInterface[Any]):
    """Makes resources/words/en.mo, which the wheel takes with all of resources/."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile. Raises CalledProcessError, which ends the build, when an id stands in two files."""
        subprocess.run([sys.executable, Path(self.root) / "packaging" / "words.py"], check=True)
