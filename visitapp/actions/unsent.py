"""Words typed into a form that are not signed yet: kept in the vault by the form's name, so that leaving loses nothing.

For the short forms (a new family, an addendum, a reply). A visit has its draft, which says more.
"""

from msgspec import Struct

from visitapp.actions.session import Session
from visitapp.store.keys import forget_fact, keep_fact, read_fact


class Unsent(Struct, frozen=True):
    """What stood in a form, by field, and when it was kept (civil time with offset)."""

    values: dict[str, str]
    at: str


def keep(session: Session, form: str, values: dict[str, str]) -> str:
    """Keep what stands in a form in the place of what was kept before; the time, HH:MM."""
    at = session.at()
    keep_fact(session.db, _name(form), Unsent(values, at))
    return at[11:16]


def kept(session: Session, form: str) -> Unsent | None:
    """What was kept of a form; None when there is nothing."""
    return read_fact(session.db, _name(form), Unsent)


def forget(session: Session, form: str) -> None:
    """What was typed is signed, or the person threw it away."""
    forget_fact(session.db, _name(form))


def _name(form: str) -> str:
    return f"unsent:{form}"
