"""This machine's settings: what is written is read again, and nothing in the file keeps the window from opening."""

from pathlib import Path

import pytest

from visitapp.settings import Settings, read, write


@pytest.mark.parametrize("profile", ["", "Ann's own", 'the "blue" one', "naïve", "two\nlines"])
def test_what_is_written_is_read_again(tmp_path: Path, profile: str):
    settings = Settings(theme="dark", text_percent=150, lock_after_minutes=10, profile=profile)
    write(tmp_path / "new" / "settings.toml", settings)
    assert read(tmp_path / "new" / "settings.toml") == settings


@pytest.mark.parametrize(
    "raw", [b"", b"theme = ", b"\xff", b'theme = "mauve"\ntext_percent = true\nsync_every_minutes = 0\nmore = 1']
)
def test_what_is_odd_is_as_by_default(tmp_path: Path, raw: bytes):
    file = tmp_path / "settings.toml"
    file.write_bytes(raw)
    assert read(file) == Settings()


def test_one_odd_value_takes_no_other_with_it(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_text('theme = "mauve"\ntext_percent = 120\n')
    assert read(file) == Settings(text_percent=120)


def test_a_file_that_cannot_be_opened_is_as_none(tmp_path: Path):
    assert read(tmp_path) == read(tmp_path / "none") == Settings()


def test_a_value_out_of_its_range_is_not_written(tmp_path: Path):
    with pytest.raises(ValueError, match="text_percent"):
        write(tmp_path / "settings.toml", Settings(text_percent=900))
    assert list(tmp_path.iterdir()) == []
