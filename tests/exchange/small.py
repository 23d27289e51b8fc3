"""A small case as plain data, and ways to read it and to find what was read."""

import copy
import json
from typing import Any

from visitapp.domain.case import Kept
from visitapp.exchange.casefile import CaseFile, read

SMALL: dict[str, Any] = {
    "format": "visitapp-case/1",
    "reference": "R-1",
    "addresses": [{"id": "flat", "label": "1 Low Road"}],
    "children": [{"id": "ann", "name": "Ann Vale"}, {"id": "joe", "name": "Joe Vale"}],
    "people": [{"id": "kim", "name": "Kim Vale"}, {"id": "ray", "name": "Ray Stone"}],
    "professionals": [
        {"id": "sw", "role": "Social worker", "sector": "social_care"},
        {"id": "gp", "role": "GP", "sector": "health"},
    ],
    "contacts": [
        {
            "id": "c1",
            "date": "2021-01-04",
            "kind": "home_visit",
            "marks": [{"id": "m1", "child": "ann", "region": "shin", "kind": "bruise"}],
            "accounts": [{"id": "a1", "by": "kim", "about": []}],
            "worries": [{"id": "w1", "by": "a neighbour"}],
            "actions": [{"id": "x1", "what": "Ring the surgery", "who": "kim"}],
        },
        {"id": "c2", "date": "2021-02-08", "kind": "home_visit"},
    ],
}


def small(**more: Any) -> dict[str, Any]:
    """A copy, with some of the top's fields replaced."""
    return {**copy.deepcopy(SMALL), **more}


def with_contact(**fields: Any) -> dict[str, Any]:
    """The small case with these fields in its second contact."""
    data = small()
    data["contacts"][1].update(fields)
    return data


def understood(data: dict[str, Any] | str) -> CaseFile:
    """Read plain data, or text as it stands."""
    written = data if isinstance(data, str) else json.dumps(data)
    return read(written.encode(), "small.yaml")


def kept(file: CaseFile, id_: str) -> Kept:
    """What was read under an id."""
    return next(one for one in file.kept if one.item.id == id_)


def of(file: CaseFile, kind: type) -> list[Any]:
    """The items of a type."""
    return [one.item for one in file.kept if type(one.item) is kind]
