"""What a row of the budget table is, and how one is measured: alternating with its floor, at least seven times."""

import json
import math
import statistics
import sys
from collections.abc import Callable

from msgspec import Struct

ROUNDS = 7


class Row(Struct, frozen=True, kw_only=True):
    """A measured row, in seconds. `budget`: of the ratio of the medians; `people`: in seconds; either one is enough.

    `tail`: people wait for the slow ones too, so that `people` is held against the 95th of a hundred.
    """

    work: str
    product: list[float]
    floor: list[float] = []
    budget: float | None = None
    people: float | None = None
    tail: bool = False

    @property
    def ratio(self) -> float | None:
        """Of the medians; None where there is no floor."""
        return statistics.median(self.product) / statistics.median(self.floor) if self.floor else None

    @property
    def met(self) -> bool:
        """Whether the ratio or the limit for people is kept."""
        by_ratio = self.ratio is not None and self.budget is not None and self.ratio <= self.budget
        felt = p95(self.product) if self.tail else statistics.median(self.product)
        return by_ratio or (self.people is not None and felt <= self.people)

    def told(self) -> str:
        """One JSON object: both raw figures, spread, ratio, and whether the budget is met."""
        told = {"work": self.work, **_figures("product", self.product), **_figures("floor", self.floor)}
        if self.ratio is not None and self.budget is not None:
            told |= {"ratio": round(self.ratio, 2), "budget": self.budget}
        if self.people is not None:
            told |= {"people_ms": self.people * 1000}
        if self.tail:
            told |= {"product_p95_ms": _ms(p95(self.product))}
        return json.dumps(told | {"met": self.met})


def p95(seconds: list[float]) -> float:
    """The value that 95 of a hundred do not pass."""
    return sorted(seconds)[math.ceil(len(seconds) * 0.95) - 1]


def alternate(
    work: str,
    product: Callable[[], float],
    floor: Callable[[], float] | None = None,
    *,
    budget: float | None = None,
    people: float | None = None,
    tail: bool = False,
    rounds: int = ROUNDS,
) -> Row:
    """Measure product and floor in turn. Each gives its own seconds, after checking the state that it reached."""
    ours, floors = [], []
    for _ in range(rounds):
        if floor is not None:
            floors.append(floor())
        ours.append(product())
    return Row(work=work, product=ours, floor=floors, budget=budget, people=people, tail=tail)


def show(row: Row) -> None:
    """Print a row at once: a long run can be watched."""
    sys.stdout.write(row.told() + "\n")
    sys.stdout.flush()


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)


def _figures(name: str, seconds: list[float]) -> dict[str, object]:
    if not seconds:
        return {}
    return {
        f"{name}_ms": _ms(statistics.median(seconds)),
        f"{name}_spread_ms": [_ms(min(seconds)), _ms(max(seconds))],
    }
