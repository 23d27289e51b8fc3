"""One process a profile: the file `lock` in its folder, held for as long as the vault is open."""

import sys
from pathlib import Path
from typing import BinaryIO

from visitapp.errors import VaultInUse
from visitapp.store.change import told_of_files

LOCK = "lock"

if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def hold(profile: Path) -> BinaryIO:
    """Hold the profile until the file is closed, or the process ends however it ends.

    Raises VaultInUse when another holds it, VaultNotWritable when the folder takes no file.
    """
    try:
        file = (profile / LOCK).open("ab")
    except OSError as problem:
        raise told_of_files(problem) from None
    try:
        _hold(file)
    except OSError:
        file.close()
        raise VaultInUse from None
    return file
