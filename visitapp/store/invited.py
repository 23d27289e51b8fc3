"""Who was invited from this laptop and has not joined yet. The codes lie in the vault and nowhere else."""

from msgspec import Struct
from msgspec.structs import replace

from visitapp.store.connection import Connection
from visitapp.store.keys import keep_fact, read_fact

_NAME = "invited"


class Invited(Struct, frozen=True, kw_only=True):
    """An invite under way. Ids are hex. `sealed`: what the server is given; `offered`: it has it.

    `answer`: the sealed answer, once the device was certified. `expires`: UTC in milliseconds.
    """

    id: str
    code: bytes
    member: str
    sealed: bytes
    expires: int
    offered: bool = False
    answer: bytes = b""


class _All(Struct, frozen=True):
    invites: tuple[Invited, ...] = ()


def everything(db: Connection) -> tuple[Invited, ...]:
    """All invites under way, the oldest first."""
    found = read_fact(db, _NAME, _All)
    return found.invites if found else ()


def keep(db: Connection, invited: Invited) -> None:
    """Add an invite, or put it in the place of the one with its id."""
    others = tuple(one for one in everything(db) if one.id != invited.id)
    keep_fact(db, _NAME, _All((*others, invited)))


def forget(db: Connection, id: str) -> None:  # noqa: A002  # the field's word
    """An invite that is done."""
    keep_fact(db, _NAME, _All(tuple(one for one in everything(db) if one.id != id)))


def offered(db: Connection, id: str) -> None:  # noqa: A002
    """The server has this invite."""
    for one in everything(db):
        if one.id == id:
            keep(db, replace(one, offered=True))
