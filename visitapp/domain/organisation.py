"""The organisation's own words: who works here, the numbers to ring, and the settings that rules use."""

from datetime import date
from typing import Literal

from msgspec import Struct

from visitapp.domain.codes import Milestone_
from visitapp.domain.item import Item

MemberRole = Literal["lead", "worker"]


class Member(Item, frozen=True, kw_only=True, tag="member"):
    """Somebody who works here. The id is the member's; certificates carry it, names stand only here."""

    name: str
    role: MemberRole
    job: str = ""
    languages: tuple[str, ...] = ("en",)


class Number(Struct, frozen=True, forbid_unknown_fields=True):
    """A number to ring. `what` says whom one gets."""

    what: str
    number: str


class PhoneCard(Item, frozen=True, kw_only=True, tag="phone_card"):
    """The numbers to ring, most needed first, and when somebody last checked them."""

    numbers: tuple[Number, ...]
    checked_on: date


class OrganisationName(Item, frozen=True, kw_only=True, tag="organisation"):
    """What the organisation is called."""

    name: str


class Thresholds(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The numbers that questions use and an organisation may set. Ages in months unless the name says otherwise.

    A bruise below `any_bruise_under_months` counts wherever it is, and TEN-4-FACESp has nothing to say from
    `ten4_under_months` on (Pierce 2021: 5.0 and 48.0). A child gets about without help when it can do one of
    `mobile_milestones`; rolling is disputed, some councils ask for pulling to stand, and some count every child under
    `not_mobile_under_months` as not mobile, whatever it can do (0: none). Where no milestone is recorded, a child is
    not mobile under `moving_expected_months` and mobile from `moving_taken_for_granted_months` on.
    `mobility_definition`: the definition of a designated doctor; empty while it is awaited.
    """

    alone_from_years: int = 4
    seen_by_others_working_days: int = 20
    seen_by_others_working_days_protection: int = 10
    covered_under_years: int = 5
    worry_window_days: int = 180
    mark_window_days: int = 90
    delay_hours: float = 4.0
    view_unchanged_visits: int = 4
    view_unchanged_days: int = 60
    sleeping_place_visits: int = 2
    household_every_visits: int = 3
    ten4_under_months: float = 48.0
    any_bruise_under_months: float = 5.0
    head_injury_under_months: float = 36.0
    mobile_milestones: tuple[Milestone_, ...] = ("crawls", "bottom_shuffles", "pulls_to_stand", "cruises", "walks")
    not_mobile_under_months: float = 0.0
    moving_expected_months: float = 12.0
    moving_taken_for_granted_months: float = 24.0
    mobility_definition: str = ""
    make_of_it_days: int = 3
    cards: int = 5
    rotating_cards: int = 2
    carries: int = 3


class OrganisationSettings(Item, frozen=True, kw_only=True, tag="settings"):
    """The organisation's thresholds, as set on the day on which this was signed."""

    thresholds: Thresholds = Thresholds()
