"""The floors: the least work that the task itself asks for. They import nothing of ours.

Changed only with a decision note, so that a ratio of last year can be held against one of today.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import httpx
import msgspec
import sqlcipher3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

COMMIT = 500

BARE_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
def painted():
    print("painted", flush=True)
    QApplication.quit()
app = QApplication(sys.argv[:1])
app.setStyle("Fusion")
QFontDatabase.families()
app.setStyleSheet(sys.stdin.read())
window = Window()
layout = QVBoxLayout(window)
for widget in (QLabel("Unlock"), QLineEdit(), QPushButton("Open")):
    layout.addWidget(widget)
window.resize(1366, 768)
window.show()
app.exec()
"""


def cipher(path: Path) -> sqlcipher3.Connection:
    """A plain SQLCipher file, opened as a vault would be, with nothing else on it."""
    db = sqlcipher3.connect(str(path), isolation_level=None)
    db.execute(f"PRAGMA key = \"x'{os.urandom(32).hex()}'\"")
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY"):
        db.execute(f"PRAGMA {pragma}")
    return db


def verify_and_insert(path: Path, bodies: list[bytes]) -> float:
    """Seconds: one Ed25519 verify each, and the same bytes inserted, in commits of 500."""
    key = Ed25519PrivateKey.generate()
    signed = [(key.sign(body), body) for body in bodies]
    public = key.public_key()
    db = cipher(path)
    db.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, body BLOB)")
    begun = time.perf_counter()
    for start in range(0, len(signed), COMMIT):
        page = signed[start : start + COMMIT]
        for signature, body in page:
            public.verify(signature, body)
        db.execute("BEGIN IMMEDIATE")
        db.executemany("INSERT INTO record (body) VALUES (?)", [(body,) for _, body in page])
        db.execute("COMMIT")
    taken = time.perf_counter() - begun
    if db.execute("SELECT count(*) FROM record").fetchone() != (len(bodies),):
        raise AssertionError("the floor did not store every row")
    db.close()
    return taken


def one_transaction(db: sqlcipher3.Connection, rows: list[bytes]) -> float:
    """Seconds: these rows in one plain transaction, and one signature."""
    key = Ed25519PrivateKey.generate()
    begun = time.perf_counter()
    key.sign(b"".join(rows))
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT INTO record (body) VALUES (?)", [(row,) for row in rows])
    db.execute("COMMIT")
    return time.perf_counter() - begun


def one_request(address: str) -> float:
    """Seconds: one HTTP request on a connection that is open already."""
    with httpx.Client(base_url=address) as client:
        client.get("/v1/status")
        begun = time.perf_counter()
        answer = client.get("/v1/status")
        taken = time.perf_counter() - begun
        answer.raise_for_status()
    return taken


def rows_to_structs(db: sqlcipher3.Connection, kind: type, query: str) -> float:
    """Seconds: read rows with a MessagePack column and decode each into a struct."""
    decoder = msgspec.msgpack.Decoder(kind)
    begun = time.perf_counter()
    found = [decoder.decode(row[0]) for row in db.execute(query).fetchall()]
    taken = time.perf_counter() - begun
    if not found:
        raise AssertionError("the floor read nothing")
    return taken


def bare_window(sheet: str) -> float:
    """Seconds from starting Python to a painted window with the fonts and this style sheet."""
    return until_painted([sys.executable, "-c", BARE_WINDOW], sheet)


def until_painted(command: list[str], told: str) -> float:
    """Seconds from starting a program, told something on its input, until it says that it has painted."""
    begun = time.perf_counter()
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as program:
        if program.stdin is None or program.stdout is None:
            raise AssertionError("no pipes")
        program.stdin.write(told)
        program.stdin.close()
        line = program.stdout.readline()
        taken = time.perf_counter() - begun
    if line != "painted\n" or program.returncode:
        raise AssertionError("nothing was painted")
    return taken
