"""Small files beside the vault: written whole or not at all, and there after a power cut."""

import os
from pathlib import Path

from visitapp.store.change import told_of_files


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place in one step, readable by this person only.

    Raises DiskFull, VaultNotWritable; the file that was there before then stays as it was.
    """
    partial = path.with_name(path.name + ".part")
    try:
        _write(partial, content)
        partial.replace(path)
        settle_folder(path.parent)
    except OSError as problem:
        raise told_of_files(problem) from None


def settle_folder(folder: Path) -> None:
    """Make a rename in a folder last through a power cut. Windows does so by itself and knows no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
