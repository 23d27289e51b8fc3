"""The database module of the vault, in one place: SQLCipher at run time, the standard library's types for the checker.

The standard library's own SQLite is never used: it cannot open the vault, and versions about carry a known fault.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from sqlite3 import Connection, Error, OperationalError, connect
else:
    from sqlcipher3.dbapi2 import Connection, Error, OperationalError, connect

__all__ = ["Connection", "Error", "OperationalError", "connect", "several"]


def several(values: Iterable[str | int]) -> str:
    """Many values as one, for `IN (SELECT value FROM json_each(?))`."""
    return msgspec.json.encode(list(values)).decode()
