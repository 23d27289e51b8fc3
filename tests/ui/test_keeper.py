"""What is typed into a form on a full disk: told, not lost, and kept by itself once there is room again."""

import pytest

from tests.ui.desk import Desk
from visitapp.actions import unsent
from visitapp.ui import keeper as module
from visitapp.ui.keeper import Keeper
from visitapp.ui.kit.livepage import LivePage

LONG = "She said it again and again. " * 4000


def test_a_full_disk_is_told_and_what_was_typed_is_kept_once_there_is_room(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "_AGAIN", 20)
    db = desk.worker.db
    page = desk.show(LivePage("A form"))
    keeper = Keeper(desk.say, page, desk.run, desk.worker, "form", lambda: {"words": LONG})
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")
    keeper.typed()
    keeper.save()
    desk.qtbot.waitUntil(page.failure.isVisible)
    db.execute("PRAGMA max_page_count = 1000000")
    desk.qtbot.waitUntil(lambda: not page.failure.isVisible())
    found = unsent.kept(desk.worker, "form")
    assert found is not None
    assert found.values == {"words": LONG}
