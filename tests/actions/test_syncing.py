"""A cycle and the vault that it began on."""

from tests.office.casework import casework
from tests.office.made import PASSPHRASE, Office
from visitapp.actions import syncing
from visitapp.actions.opening import unlock
from visitapp.actions.session import Session
from visitapp.errors import Locked
from visitapp.sync.transport import HttpServer
from visitapp.sync.wire import Changes


class LockedMeanwhile(HttpServer):
    """A server that is waited for while somebody locks the laptop and unlocks it again."""

    def locks(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session

    def changes(self, after: int) -> Changes:
        found = super().changes(after)
        session, tools = self._session, self._office.tools
        session.shut()
        session.take_over(unlock(session.profile, PASSPHRASE, say=tools.say, clock=tools.clock, new_id=tools.new_id))
        return found


def test_a_lock_and_an_unlock_while_the_server_is_waited_for_end_the_cycle_and_lose_nothing(the_office: Office):
    casework(the_office)
    session = the_office.worker
    with LockedMeanwhile(the_office.server.address) as server:
        server.locks(the_office, session)
        outcome = syncing.cycle(session, server, lambda job: job())
    assert isinstance(outcome.problem, Locked)
    assert the_office.sync(session).problem is None
    assert syncing.status(session).waiting == 0
