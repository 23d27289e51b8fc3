"""Founding, inviting, joining: what goes right, and each way in which it is refused with a sentence."""

from pathlib import Path

import pytest

from tests.office.made import PASSPHRASE, Clock, Office, quick, random_id
from visitapp.actions import enrol
from visitapp.actions.lockscreen import is_set_up
from visitapp.actions.opening import check_passphrase, unlock
from visitapp.actions.tools import Tools
from visitapp.domain.organisation import Member
from visitapp.errors import InviteRefused, OtherOrganisation, Refused, ServerRefused, VaultNotWritable, WrongPassphrase
from visitapp.server.running import RunningServer
from visitapp.server.settings import ServerSettings
from visitapp.words import load


def test_the_person_invited_is_who_the_lead_said(the_office: Office):
    assert the_office.worker.who.name == "Asha Reed"
    assert the_office.worker.who.role == "worker"
    assert the_office.lead.who.role == "lead"
    names = {one.name for one in the_office.worker.organisation().of(Member)}
    assert names == {"Asha Reed", "Sam Lee"}


def test_an_invite_is_used_once(the_office: Office):
    code = enrol.invite(the_office.lead, "Noor Hart", "worker")
    the_office.sync(the_office.lead)
    address = the_office.server.address
    opened = enrol.look_at_invite(address, code, the_office.clock())
    first = enrol.begin_joining(the_office.folder / "one", PASSPHRASE, address, opened, the_office.tools)
    second = enrol.begin_joining(the_office.folder / "two", PASSPHRASE, address, opened, the_office.tools)
    try:
        enrol.ask(enrol.joining(first))
        with pytest.raises(InviteRefused, match="invite-refused"):
            enrol.ask(enrol.joining(second))
        with pytest.raises(InviteRefused) as again:
            enrol.look_at_invite(address, code, the_office.clock())
        assert again.value.message == "error.invite_used"
    finally:
        first.shut()
        second.shut()


@pytest.mark.parametrize("typed", ["", "hello", "0000-0000-0000-0000-0000-0000-000", "VI27-2ICV"])
def test_a_mistyped_code_is_told_before_anything_is_asked(the_office: Office, typed):
    with pytest.raises(InviteRefused):
        enrol.look_at_invite(the_office.server.address, typed, the_office.clock())


def test_an_invite_is_for_its_own_server(the_office: Office):
    code = enrol.invite(the_office.lead, "Noor Hart", "worker")
    the_office.sync(the_office.lead)
    wrong = (InviteRefused, OtherOrganisation, ServerRefused)
    with RunningServer(ServerSettings(data=the_office.folder / "other", port=0)) as other, pytest.raises(wrong):
        enrol.look_at_invite(other.address, code, the_office.clock())
    assert not is_set_up(the_office.folder / "three")


def test_joining_goes_on_after_the_program_was_closed_in_between(the_office: Office):
    code = enrol.invite(the_office.lead, "Noor Hart", "worker")
    the_office.sync(the_office.lead)
    address, folder, tools = the_office.server.address, the_office.folder / "noor", the_office.tools
    opened = enrol.look_at_invite(address, code, the_office.clock())
    session = enrol.begin_joining(folder, PASSPHRASE, address, opened, tools)
    enrol.ask(enrol.joining(session))
    session.shut()
    session = unlock(folder, PASSPHRASE, say=tools.say, clock=tools.clock, new_id=tools.new_id)
    assert session.device.id == ""
    pending = enrol.joining(session)
    the_office.sync(the_office.lead)
    enrol.finish_joining(session, pending, enrol.ask(pending))
    assert the_office.sync(session).problem is None
    assert enrol.joining(session) is None
    session.shut()


def test_a_worker_may_not_invite(the_office: Office):
    with pytest.raises(Refused) as refused:
        enrol.invite(the_office.worker, "Noor Hart", "worker")
    assert refused.value.message == "enrol.leads_only"


@pytest.mark.parametrize(
    ("passphrase", "again", "reason"),
    [
        ("short", "short", "enrol.passphrase_short"),
        ("long enough for it", "long enough for me", "enrol.passphrase_differs"),
    ],
)
def test_a_passphrase_that_will_not_do(passphrase, again, reason):
    with pytest.raises(Refused) as refused:
        enrol.check_new_passphrase(passphrase, again)
    assert refused.value.message == reason


def test_the_wrong_passphrase_opens_nothing_and_changes_nothing(the_office: Office):
    folder = the_office.folder / "lead"
    before = (folder / "vault.key").read_bytes()
    with pytest.raises(WrongPassphrase):
        check_passphrase(folder, PASSPHRASE + "x")
    assert (folder / "vault.key").read_bytes() == before


def test_a_second_organisation_on_one_server_is_refused_and_leaves_the_profile_empty(the_office: Office):
    with pytest.raises(ServerRefused):
        enrol.found_organisation(
            the_office.folder / "again",
            PASSPHRASE,
            name="Another",
            own_name="Jo Marsh",
            job="",
            address=the_office.server.address,
            code=the_office.server.setup_code,
            tools=Tools(quick, the_office.clock, the_office.tools.new_id, the_office.tools.say),
        )
    assert list((the_office.folder / "again").iterdir()) == []


def test_what_no_vault_can_keep_the_server_is_not_asked_to_take(tmp_path: Path):
    """Its keys would be gone, and the server set up for good."""
    clock, profile = Clock(), tmp_path / "profile"
    in_the_way = profile / "vault.db.part" / "a file"
    in_the_way.parent.mkdir(parents=True)
    in_the_way.touch()
    with RunningServer(ServerSettings(data=tmp_path / "server", port=0)) as server:
        given = {"name": "Larchbrook", "own_name": "Sam Lee", "job": "", "address": server.address}
        given |= {"code": server.setup_code, "tools": Tools(quick, clock, random_id, load())}
        with pytest.raises(VaultNotWritable):
            enrol.found_organisation(profile, PASSPHRASE, **given)
        assert server.needs_setup
        assert not is_set_up(profile)
        in_the_way.unlink()
        in_the_way.parent.rmdir()
        founded = enrol.found_organisation(profile, PASSPHRASE, **given)
        assert founded.session.who.name == "Sam Lee"
        founded.session.shut()
