"""Unlocking a profile, and what is true of it before it is unlocked."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from visitapp import __version__
from visitapp.actions.session import Session, Who
from visitapp.domain.case import Case
from visitapp.domain.organisation import Member
from visitapp.errors import VaultDamaged
from visitapp.questions.bank import compile_bank
from visitapp.resources import resource
from visitapp.store import heads, items, keyfile, keys, opening, rebuilding, streams
from visitapp.words import Words


def unlock(
    profile: Path, passphrase: str, *, say: Words, clock: Callable[[], datetime], new_id: Callable[[], str]
) -> Session:
    """Open a profile. Takes about a second, on purpose. Raises VaultError and its kinds; nothing is changed then."""
    key = keyfile.unlock(profile, passphrase)
    return session_of(opening.open_vault(profile, key), profile, say=say, clock=clock, new_id=new_id)


def check_passphrase(profile: Path, passphrase: str) -> None:
    """Raises WrongPassphrase unless it is the right one. For coming back from the cover screen."""
    keyfile.unlock(profile, passphrase)


def session_of(
    db: opening.Vault, profile: Path, *, say: Words, clock: Callable[[], datetime], new_id: Callable[[], str]
) -> Session:
    """A session on an open vault; the vault is closed again where there is none to be had."""
    try:
        return _session_of(db, profile, say=say, clock=clock, new_id=new_id)
    except BaseException:
        db.close()
        raise


def _session_of(
    db: opening.Vault, profile: Path, *, say: Words, clock: Callable[[], datetime], new_id: Callable[[], str]
) -> Session:
    bank = compile_bank(resource("questions", "bank.json").read_bytes())
    device = keys.device(db)
    if device is None:
        raise VaultDamaged
    # Records of a newer version's kind may be understood now.
    rebuilding.after_update(db, __version__)
    if heads.check(db, heads.read(profile)) == "behind":
        # Put back from a copy: its numbers may have been given already, so it goes on in new chains.
        keys.new_incarnation(db, new_id())
        device = keys.device(db) or device
        heads.write(profile, heads.of(db))
    session = Session(
        db=db,
        profile=profile,
        who=Who(device.member, "", "worker"),
        device=device,
        bank=bank,
        say=say,
        clock=clock,
        new_id=new_id,
    )
    session.who = who(session)
    return session


def recognise(session: Session) -> Who:
    """Whose session it is, now that more of the organisation's stream may be here."""
    session.who = who(session)
    return session.who


def who(session: Session) -> Who:
    """The person of this profile as the organisation's stream names them; just the id before it has come in."""
    member = session.who.member
    organisation = streams.organisation(session.db)
    for known in Case(items.kept(session.db, organisation)).of(Member) if organisation else ():
        if known.id == member:
            return Who(member, known.name, known.role, known.job)
    return session.who
