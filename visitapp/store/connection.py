"""The database module of the vault, in one place: SQLCipher at run time, the standard library's types for the checker.

The standard library's own SQLite is never used: it cannot open the vault, and versions about carry a known fault.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection, Error, OperationalError, connect
else:
    from sqlcipher3.dbapi2 import Connection, Error, OperationalError, connect

__all__ = ["Connection", "Error", "OperationalError", "connect"]
