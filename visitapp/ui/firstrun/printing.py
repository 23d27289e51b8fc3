"""Prints a page of plain words, such as the recovery sheet, on a printer that the person chooses."""

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def put_on_paper(words: str, printer: QPrinter) -> None:
    """Set the words in 12 point, black on white, whatever the theme."""
    document = QTextDocument()
    font = QFont()
    font.setPointSize(12)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet("* { color: #000000; }")
    document.setPlainText(words)
    document.print_(printer)


def print_words(words: str, parent: QWidget) -> bool:
    """Ask for a printer and print. Whether it was sent to one."""
    printer = QPrinter()
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    put_on_paper(words, printer)
    return True
