"""The verbs that the pages of a visit call, as one value: the product's own, or plain functions in a test."""

from collections.abc import Callable

from msgspec import Struct

from visitapp.actions import asking, short, visits
from visitapp.actions.session import Session
from visitapp.actions.visits import Prepared, Resumed
from visitapp.domain.draft import Draft, DraftKind
from visitapp.domain.judgement import View
from visitapp.questions.choosing import Card, Offer
from visitapp.words import Text


class VisitVerbs(Struct, frozen=True, kw_only=True):
    """Everything that can be done with a visit, a quick note or a visit without a reply."""

    begin: Callable[[Session, str, DraftKind], Draft] = visits.begin
    resume: Callable[[Session, str], Resumed] = visits.resume
    save: Callable[[Session, Draft], str] = visits.save
    pause: Callable[[Session, Draft], None] = visits.pause
    discard: Callable[[Session, str], None] = visits.discard
    prepare: Callable[[Session, Draft], Prepared] = visits.prepare
    offer: Callable[[Session, Draft], Offer] = asking.offer
    still_open: Callable[[Session, Draft, tuple[Card, ...]], tuple[Text, ...]] = visits.still_open
    sign_happened: Callable[[Session, Draft, tuple[Card, ...]], Draft] = visits.sign_happened
    sign_make_of_it: Callable[[Session, Draft], None] = visits.sign_make_of_it
    colleagues_views: Callable[[Session, str], tuple[tuple[str, View], ...]] = visits.colleagues_views
    sign_quick_note: Callable[[Session, Draft], None] = short.sign_quick_note
    sign_no_reply: Callable[[Session, Draft], None] = short.sign_no_reply
