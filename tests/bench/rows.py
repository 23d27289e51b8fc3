"""What a row of the budget table is, and how one is measured: alternating with its floor, seven times, medians."""

import json
import statistics
import sys
from collections.abc import Callable

from msgspec import Struct

ROUNDS = 7


class Row(Struct, frozen=True):
    """A measured row, in seconds. `budget`: of the ratio of the medians; `people`: in seconds; either one is enough."""

    work: str
    product: list[float]
    floor: list[float]
    budget: float | None
    people: float | None

    def told(self) -> str:
        """One JSON object: both raw figures, spread, ratio, and whether the budget is met."""
        product = statistics.median(self.product)
        floor = statistics.median(self.floor) if self.floor else None
        ratio = product / floor if floor else None
        met = (ratio is not None and self.budget is not None and ratio <= self.budget) or (
            self.people is not None and product <= self.people
        )
        return json.dumps(
            {
                "work": self.work,
                "product_ms": round(product * 1000, 2),
                "product_spread_ms": [round(min(self.product) * 1000, 2), round(max(self.product) * 1000, 2)],
                "floor_ms": round(floor * 1000, 2) if floor else None,
                "floor_spread_ms": [round(min(self.floor) * 1000, 2), round(max(self.floor) * 1000, 2)]
                if floor
                else None,
                "ratio": round(ratio, 2) if ratio else None,
                "budget": self.budget,
                "people_ms": self.people * 1000 if self.people else None,
                "met": met,
            }
        )


def alternate(
    work: str,
    product: Callable[[], float],
    floor: Callable[[], float] | None,
    *,
    budget: float | None = None,
    people: float | None = None,
    rounds: int = ROUNDS,
) -> Row:
    """Measure product and floor in turn. Each gives its own seconds, after checking the state that it reached."""
    ours, floors = [], []
    for _ in range(rounds):
        if floor is not None:
            floors.append(floor())
        ours.append(product())
    return Row(work, ours, floors, budget, people)


def show(row: Row) -> None:
    """Print a row at once: a long run can be watched."""
    sys.stdout.write(row.told() + "\n")
    sys.stdout.flush()
