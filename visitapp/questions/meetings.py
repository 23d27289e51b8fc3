"""A contact with what the questions need of it at hand: its day, whether it is ours, whether it took place."""

from datetime import date

from visitapp.domain.codes import VISITS, ContactKind, Outcome
from visitapp.domain.contact import ChildSeen, Contact
from visitapp.questions.shelf import Placed

FAILED: frozenset[Outcome] = frozenset({"no_reply", "refused", "cancelled_by_family"})
"""Nobody was met, and it was not we who called it off."""
_NOT_TRIED: frozenset[Outcome] = frozenset({"cancelled_by_family", "cancelled_by_us", "was_not_brought"})


class Meeting:
    """A contact. `id` is its root id; `rows` its children's rows by root id; `ours` None: nobody recorded whose.

    `visit`: whether it was a visit, by its `kinds`.
    """

    __slots__ = ("at", "day", "id", "item", "kept", "kinds", "ours", "placed", "rows", "time", "visit")

    def __init__(self, placed: Placed[Contact], id: str, ours: bool | None) -> None:  # noqa: A002  # the field's word
        self.placed = placed
        self.item = placed.item
        self.kept = placed.kept
        self.at = placed.at
        self.id = id
        self.ours = ours
        self.kinds: tuple[ContactKind, ...] = placed.item.kinds
        self.visit = not VISITS.isdisjoint(self.kinds)
        self.day: date = placed.item.last_day()
        self.time = placed.item.time
        self.rows: dict[str, ChildSeen] = {}

    @property
    def begun(self) -> bool:
        """False for an open draft in which nothing says yet that the visit took place."""
        if self.kept.entry != "draft":
            return True
        return self.item.outcome is not None or any(row.seen != "unknown" for row in self.rows.values())

    @property
    def made(self) -> bool:
        """Whether it took place, as far as is known."""
        return self.item.outcome in (None, "seen") and self.begun

    @property
    def ended(self) -> bool:
        """Whether somebody went, met or not, and it is over."""
        return self.item.outcome not in _NOT_TRIED and self.begun

    @property
    def failed(self) -> bool:
        """Whether nobody opened, the family said no, or the family called it off."""
        return self.item.outcome in FAILED

    @property
    def met_somebody(self) -> bool:
        """Whether it is recorded that somebody of the family was met."""
        return (
            self.item.outcome == "seen"
            or bool(self.item.present)
            or any(row.seen == "yes" for row in self.rows.values())
        )

    @property
    def by_us(self) -> bool:
        """Whether it is ours; a visit that nobody recorded as another's counts as ours."""
        return self.ours is True or (self.ours is None and self.visit)
