"""The server as a running thing: stop and start on the same data, a wrong key, a taken port, what its files hold."""

import socket
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from tests.server.office import KEY, Office
from visitapp.errors import Offline, Refused
from visitapp.server import database, keys
from visitapp.server.running import RunningServer
from visitapp.server.settings import ServerSettings

MakeOffice = Callable[..., Office]


def test_a_restart_on_the_same_data_goes_on(office: Office) -> None:
    """Session, stream, chain and change numbers go on where they were."""
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    client.append([pen.epoch_entry, *pen.page(2)])
    before, address = client.changes(0), office.server.address
    office.server.stop()
    with pytest.raises(Offline):
        client.changes(0)
    office.server.start()
    assert office.server.address == address
    assert client.changes(0) == before
    assert client.append([pen.write()]).results[0].sequence == 4
    assert client.changes(before.next).streams[0].stream == pen.stream


def test_start_and_stop_as_often_as_one_likes(office: Office) -> None:
    client = office.client(office.cast.worker)
    for _ in range(5):
        office.server.stop()
        assert not office.server.running
        office.server.start()
        office.server.start()
        client.changes(0)
    office.server.stop()
    office.server.stop()


def test_a_stop_waits_for_what_is_being_answered(office: Office) -> None:
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    client.append([pen.epoch_entry])
    begun, page = threading.Event(), pen.page(300)
    answers = []

    def send() -> None:
        begun.set()
        try:
            answers.append(len(client.append(page).results))
        except Offline:
            answers.append(0)

    sending = threading.Thread(target=send)
    sending.start()
    begun.wait()
    office.server.stop()
    sending.join()
    office.server.start()
    client = office.client(office.cast.worker)
    stored = client.page(pen.stream, 1).entries
    # Wholly there or not at all, and there when it was confirmed.
    assert len(stored) in (0, 300)
    assert answers[0] in (0, len(stored))
    assert all(result.ok for result in client.append(page).results)
    assert len(client.page(pen.stream, 1).entries) == 300


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        server = RunningServer(ServerSettings(data=tmp_path, port=other.getsockname()[1]))
        with pytest.raises(Refused) as refused:
            server.start()
    assert refused.value.message == "error.server_port"
    assert not server.running


def test_another_key_does_not_open_the_database(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        office.restart(key="7a" * 32)
    assert refused.value.message == "error.server_database_key"
    office.restart(key=KEY)
    assert office.stranger().status().organisation == office.organisation.id.hex()


def test_the_key_file_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    settings = ServerSettings(data=tmp_path / "new")
    first, again = keys.load(settings), keys.load(settings)
    path = tmp_path / "new" / keys.KEY_FILE
    assert first.database == again.database != first.token
    assert first.receipt.public == again.receipt.public
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("not a key", encoding="ascii")
    with pytest.raises(Refused) as refused:
        keys.load(settings)
    assert refused.value.message == "error.server_key"


def test_a_database_of_a_newer_version(office: Office) -> None:
    office.server.stop()
    path = office.settings.data / database.FILE
    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{keys.load(office.settings).database.hex()}'\"")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(Refused) as refused:
        office.server.start()
    assert refused.value.message == "error.server_database_too_new"


MARKER = b"MARKER-the bruise on her left cheek"


@pytest.fixture
def written(office: Office) -> Path:
    """The folder of a server that was given a marker inside a record, still running."""
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    page = [pen.epoch_entry, pen.write(MARKER * 20)]
    assert all(result.ok for result in client.append(page).results)
    assert not any(MARKER in entry.signed + entry.beside for entry in page)
    return office.settings.data


def test_no_file_of_the_server_holds_a_word(written: Path) -> None:
    files = [path for path in written.rglob("*") if path.is_file()]
    assert database.FILE in {path.name for path in files}
    assert not [path for path in files if MARKER[:12] in path.read_bytes()]


def test_the_database_is_sqlcipher(written: Path) -> None:
    path = written / database.FILE
    assert not path.read_bytes().startswith(b"SQLite format 3")
    plain = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT count(*) FROM entry")
    plain.close()


def test_no_column_holds_a_word_even_with_the_key(written: Path) -> None:
    key = keys.load(ServerSettings(key=KEY)).database
    connection = sqlcipher.connect(str(written / database.FILE))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]  # noqa: S608  # own names
    cells = [cell for row in rows for cell in row]
    connection.close()
    assert len(cells) > 50
    assert not [cell for cell in cells if isinstance(cell, bytes) and MARKER[:12] in cell]
    # The only texts are the names of the counter and of the schema's version.
    assert {cell for cell in cells if isinstance(cell, str)} == {"change", "0001"}


def test_the_server_logs_no_token_and_no_body(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    caplog.clear()
    client.append([pen.epoch_entry, pen.write(MARKER)])
    with httpx.Client(base_url=office.server.address) as stranger:
        stranger.get("/v1/changes", headers={"authorization": "Bearer not-a-token-of-ours"})
    told = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("httpcore"))
    assert client._token not in told
    assert "not-a-token-of-ours" not in told
    assert "MARKER" not in told
