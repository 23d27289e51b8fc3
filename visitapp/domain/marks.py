"""Marks seen on a child, what health said of them, and what people said about how they came."""

from datetime import date

from msgspec import Struct

from visitapp.domain.codes import (
    Cause,
    Edges,
    Found,
    MarkChange,
    MarkFeature,
    MarkKind,
    OpinionSays,
    Pattern,
    Photograph,
    Side,
    Truth,
)
from visitapp.domain.days import Day
from visitapp.domain.item import Item
from visitapp.domain.regions import RegionId


class Point(Struct, frozen=True, forbid_unknown_fields=True):
    """Where on a drawing: its version, its figure and view, and a place in thousandths of the drawing."""

    drawing: str
    figure: str
    view: str
    x: int
    y: int


class Hours(Struct, frozen=True, forbid_unknown_fields=True):
    """A span of hours, from and to."""

    least: float
    most: float


class Feature(Struct, frozen=True, forbid_unknown_fields=True):
    """How the skin is there. Nobody said: it is left out."""

    what: MarkFeature
    there: Truth


class Mark(Item, frozen=True, kw_only=True, tag="mark"):
    """A mark at one contact. `same_as`: the earlier mark that this is. `found` no: reported, looked for, not found.

    `side` is the child's own. `size_mm` is length and width. `hours_to_help` None: unknown. `colours`, `shape`,
    `felt` (in words) and `light` are words; `features`: how the skin is there, each yes or no. `change`: since it was
    seen last, or that it was not there then. Nothing here dates a mark.
    """

    contact: str
    child: str
    region: RegionId
    kind: MarkKind
    side: Side = "unknown"
    pattern: Pattern = "unknown"
    count: int | None = None
    areas: int | None = None
    size_mm: tuple[float, float] | None = None
    measured: bool = False
    text: str = ""
    certain: bool = True
    seen_by: str = ""
    found: Found = "yes"
    photograph: Photograph | None = None
    held_by: str = ""
    edges: Edges | None = None
    hours_to_help: Hours | None = None
    same_as: str | None = None
    point: Point | None = None
    colours: tuple[str, ...] = ()
    shape: str = ""
    felt: str = ""
    light: str = ""
    features: tuple[Feature, ...] = ()
    change: MarkChange | None = None


class Opinion(Item, frozen=True, kw_only=True, tag="opinion"):
    """What a professional said a mark is. `knew_history`: was told of the earlier marks and the worries."""

    mark: str
    by: str
    says: OpinionSays
    date: Day | None = None
    knew_history: Truth = "unknown"
    text: str = ""


class Account(Item, frozen=True, kw_only=True, tag="account"):
    """What somebody said about how marks came, and to whom. `verbatim`: as spoken. `fits`: the worker's own view."""

    contact: str
    by: str
    to: str = ""
    about: tuple[str, ...] = ()
    cause: Cause | None = None
    text: str = ""
    verbatim: bool = False
    same_as: str | None = None
    accepted: bool = False
    was_there: Truth = "unknown"
    fits: Truth = "unknown"
    said_on: date | None = None
