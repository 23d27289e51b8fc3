"""What a sync cycle came to, in numbers and reasons; the screens turn it into true words."""

from msgspec import Struct

from visitapp.errors import VisitAppError


class Outcome(Struct, frozen=True, kw_only=True):
    """`sent`: confirmed by receipts in this cycle. `received`: new entries taken in. `waiting`: still to be sent.

    `set_aside`: what the server or this laptop refused, by code. `alarms`: receipts that contradict earlier ones.
    `problem`: why the cycle ended early; None when it went through.
    """

    sent: int = 0
    received: int = 0
    waiting: int = 0
    set_aside: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    problem: VisitAppError | None = None
