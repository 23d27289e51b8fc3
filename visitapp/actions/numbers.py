"""The numbers to ring: signed in the organisation's stream, and a plain copy beside the vault for the locked screen.

The copy holds the organisation's numbers only. It is written anew from the signed card at every unlock and sync.
"""

from contextlib import suppress

import msgspec

from visitapp.actions.lockscreen import NUMBERS, numbers_on_this_laptop
from visitapp.actions.session import Session
from visitapp.actions.writing import write
from visitapp.domain.items import Entry, Line
from visitapp.domain.organisation import PhoneCard
from visitapp.errors import DiskFull, Refused, VaultNotWritable
from visitapp.store import streams
from visitapp.store.files import write_whole


def signed_card(session: Session) -> PhoneCard | None:
    """The newest signed card of the organisation."""
    cards = session.organisation().of(PhoneCard)
    return cards[-1] if cards else None


def copy_out(session: Session) -> PhoneCard | None:
    """Write the newest signed card beside the vault, when it differs from what stands there.

    Where the disk takes no file the one before stays, until the next sync: that is no reason to keep somebody out, or
    to say of a card that was just signed that it was not saved.
    """
    card = signed_card(session)
    if card is not None and card != numbers_on_this_laptop(session.profile):
        with suppress(DiskFull, VaultNotWritable):
            write_whole(session.profile / NUMBERS, msgspec.json.encode(card))
    return card


def set_card(session: Session, card: PhoneCard) -> None:
    """Sign a new card for everyone. Leads only; refused without a number."""
    if session.who.role != "lead":
        raise Refused("numbers.leads_only")
    if not card.numbers:
        raise Refused("numbers.empty_card")
    entry = Entry(kind="review", at=session.at(), by=session.who.member, lines=(Line(card),))
    write(session, streams.organisation(session.db), entry)
    copy_out(session)
