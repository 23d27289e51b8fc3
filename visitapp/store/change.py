"""One transaction a change, and the vault's own errors in the place of the database's and the system's.

with change(db):            # joins a change that is already open, so that changes can be put together
    ...                     # all of it is kept, or none
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from visitapp.errors import DiskFull, VaultDamaged, VaultError, VaultInUse, VaultNotWritable
from visitapp.store.connection import Connection, Error, OperationalError

# SQLite's primary result codes (sqlite.org/rescode.html) that are about the world outside the program.
_TOLD: dict[int, type[VaultError]] = {
    3: VaultNotWritable,  # PERM
    5: VaultInUse,  # BUSY
    6: VaultInUse,  # LOCKED
    8: VaultNotWritable,  # READONLY
    10: VaultNotWritable,  # IOERR
    11: VaultDamaged,  # CORRUPT
    13: DiskFull,  # FULL
    14: VaultNotWritable,  # CANTOPEN
    26: VaultDamaged,  # NOTADB
}
# IOERR_READ, IOERR_SHORT_READ, IOERR_DATA, IOERR_CORRUPTFS: what was written does not come back.
_UNREADABLE = {266, 522, 8202, 8458}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def told(problem: Error) -> VaultError | None:
    """The vault's own error for one of the database's; None where it is a bug of ours and must stay as it is."""
    code = getattr(problem, "sqlite_errorcode", 0) or 0
    # Without a code: a column that is not the text which it should be. That message carries the column.
    if code in _UNREADABLE or (not code and isinstance(problem, OperationalError)):
        return VaultDamaged()
    kind = _TOLD.get(code & 0xFF)
    return kind() if kind else None


def told_of_files(problem: OSError) -> VaultError:
    """The vault's own error for one of the file system's."""
    return DiskFull() if problem.errno in _NO_ROOM else VaultNotWritable()


@contextmanager
def plainly() -> Iterator[None]:
    """Raise the vault's errors in place of the database's and the system's. Also a decorator for what only reads."""
    try:
        yield
    except Error as problem:
        plain = told(problem)
        if plain is None:
            raise
        # The database's message may carry what was being written; it goes no further.
        raise plain from None
    except OSError as problem:
        raise told_of_files(problem) from None


@contextmanager
def change(db: Connection) -> Iterator[None]:
    """One transaction: all or nothing. Inside another change it is part of that one.

    Raises DiskFull, VaultNotWritable, VaultDamaged; what was kept before stays.
    """
    if _is_open(db):
        yield
        return
    with plainly():
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            # On a full disk SQLite has taken the change back by itself already.
            if _is_open(db):
                db.execute("ROLLBACK")
            raise


def _is_open(db: Connection) -> bool:
    return db.in_transaction
