"""The server's settings are strict: an unknown name or an odd value stops the start and says why."""

from pathlib import Path

import pytest

from visitapp import words
from visitapp.errors import Refused
from visitapp.server import keys
from visitapp.server.settings import TABLE, ServerSettings, read_settings


def test_nothing_said() -> None:
    assert read_settings({"HOME": "/x"}, {"port": None}) == ServerSettings()


def test_every_setting_has_a_row() -> None:
    assert set(TABLE) == set(ServerSettings.__struct_fields__)


def test_the_command_line_goes_before_the_environment() -> None:
    settings = read_settings({"VISITAPP_SERVER_PORT": "1", "VISITAPP_SERVER_HOST": "::1"}, {"port": "2"})
    assert (settings.port, settings.host) == (2, "::1")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", "70000"),
        ("port", "-1"),
        ("port", "eight"),
        ("port", ""),
        ("host", ""),
        ("key", "abc"),
        ("key", "zz" * 32),
        ("database_url", "mysql://x"),
        ("database_url", "sqlite:///x"),
        ("setup_code", "short"),
        ("setup_code_file", "/nowhere/at/all"),
        ("page_entries", "501"),
        ("entry_bytes", "1"),
        ("session_seconds", "1e3"),
    ],
)
def test_odd_values(name: str, value: str) -> None:
    with pytest.raises(Refused) as refused:
        read_settings({f"VISITAPP_SERVER_{name.upper()}": value}, {})
    assert refused.value.message == "error.server_setting"
    assert refused.value.named["name"] == name
    assert name in words.load()(words.Text(refused.value.message, refused.value.named))


def test_a_misspelt_name() -> None:
    with pytest.raises(Refused) as refused:
        read_settings({"VISITAPP_SERVER_PROT": "8000"}, {})
    assert refused.value.message == "error.server_setting_unknown"


def test_a_setup_code_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "code"
    path.write_text(" a-code-of-our-own\n", encoding="utf-8")
    settings = read_settings({"VISITAPP_SERVER_SETUP_CODE_FILE": str(path)}, {})
    assert keys.setup_code(settings) == "a-code-of-our-own"
    path.write_text("short", encoding="utf-8")
    with pytest.raises(Refused):
        keys.setup_code(settings)
