"""Real vaults: SQLCipher files in a folder of their own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from visitapp.crypto.passphrase import Argon
from visitapp.store.opening import Vault, create

KEY = bytes(range(32))


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def new_vault(tmp_path: Path) -> Iterator[Callable[[], Vault]]:
    """Makes as many empty vaults as a test asks for; all are closed at its end."""
    made: list[Vault] = []

    def make() -> Vault:
        made.append(create(tmp_path / f"vault-{len(made)}", KEY))
        return made[-1]

    yield make
    for vault in made:
        vault.close()


@pytest.fixture
def vault(new_vault: Callable[[], Vault]) -> Vault:
    return new_vault()


@pytest.fixture
def quick() -> Argon:
    """A derivation that costs nothing: for tests only."""
    return Argon(salt=os.urandom(16), memory_kib=64, passes=1, lanes=1)
