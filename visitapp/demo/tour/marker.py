"""The marker: words typed into notes that must never be found in plain, in any file or on the wire (DESIGN.md 7)."""

from collections.abc import Iterable
from pathlib import Path

CHUNK = 1 << 20


class Marker:
    """Looks for one string in all files under some folders, and in what was sent. `sent` is filled by the wire tap."""

    def __init__(self, words: str, folders: Iterable[Path]) -> None:
        self.words = words
        self._folders = tuple(folders)
        self._sought = tuple(
            {words.encode(), words.encode("utf-16-le"), words.upper().encode(), words.lower().encode()}
        )
        self.sent: list[bytes] = []
        self.looked_at = 0

    def found(self) -> list[str]:
        """Where it stands in plain: names of files, or "sent". Empty is right."""
        places = []
        self.looked_at = 0
        for folder in self._folders:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.is_symlink():
                    self.looked_at += 1
                    if self._in_file(path):
                        places.append(path.name)
        for body in self.sent:
            self.looked_at += 1
            if self._in(body):
                places.append("sent")
        return places

    def _in(self, content: bytes) -> bool:
        return any(one in content for one in self._sought)

    def _in_file(self, path: Path) -> bool:
        keep = max(len(one) for one in self._sought)
        try:
            with path.open("rb") as file:
                tail = b""
                while chunk := file.read(CHUNK):
                    if self._in(tail + chunk):
                        return True
                    tail = chunk[-keep:]
        except FileNotFoundError:
            # A file that was put in place in one step may be gone by now.
            return False
        return False
