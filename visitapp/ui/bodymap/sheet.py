"""What the body map is opened with, and what its panels are told to show. Values only: no Qt, nothing decided."""

from msgspec import Struct

from visitapp.domain.codes import Truth
from visitapp.domain.contact import Part
from visitapp.domain.marks import Account, Mark
from visitapp.ui.bodymap.markers import Marker
from visitapp.words import Text


class Speaker(Struct, frozen=True):
    """Somebody who may have said or seen something: an id (`child:ID` for a child) and a name."""

    id: str
    name: str


class Earlier(Struct, frozen=True):
    """A mark of an earlier contact, and when that was, said as a person says it."""

    mark: Mark
    when: str


class SaidEarlier(Struct, frozen=True):
    """What somebody said at an earlier contact, who that was, and when."""

    account: Account
    who: str
    when: str


class Sheet(Struct, frozen=True, kw_only=True):
    """One child at one contact. `people` may speak and see; `listeners` may be told (the worker first).

    `asks_mobility`: nobody recorded how the child gets about, so it is asked with the mark; `moves`: what was said.
    `clothes_stay_on`: two or older, as far as is known.
    """

    contact: str
    child: str
    name: str
    figure: str = "child"
    marks: tuple[Mark, ...] = ()
    accounts: tuple[Account, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    said_earlier: tuple[SaidEarlier, ...] = ()
    people: tuple[Speaker, ...] = ()
    listeners: tuple[Speaker, ...] = ()
    parts: tuple[Part, ...] = ()
    mouth: Truth = "unknown"
    asks_mobility: bool = False
    moves: str = ""
    clothes_stay_on: bool = False


class MarkLine(Struct, frozen=True):
    """A mark in the list of marks. `lines`: what is known of it so far."""

    mark: str
    heading: Text
    lines: tuple[Text, ...]


class Editing(Struct, frozen=True, kw_only=True):
    """The mark that is being described. `quiet`: do not look, only words. `dated`: the words give it an age.

    `clothes`: it is under the clothes of a child who keeps them on. `parts`: what a place that was not stated closely
    may be. `said_before`: for each account what it may be told again of, by that account's id.
    """

    mark: Mark
    heading: Text
    sided: bool
    quiet: bool
    heat: bool
    help_matters: bool
    dated: bool
    clothes: bool
    parts: tuple[tuple[str, Text], ...]
    earlier: tuple[tuple[str, Text], ...]
    accounts: tuple[Account, ...]
    said_before: dict[str, tuple[tuple[str, Text], ...]]
    others: tuple[tuple[str, Text], ...]


class Picture(Struct, frozen=True):
    """One view with its markers. `chosen`: the mark that is being described."""

    figure: str
    view: str
    markers: tuple[Marker, ...]
    chosen: str
