"""One generated style sheet from the tokens. Pure: tokens and the text size in per cent in, text out.

Buttons, radio and tick boxes paint themselves (kit.press); here stands what Qt's own widgets need, by the kit's class
names: a rule by class costs nothing for all other widgets. The focus ring is a border that takes its width from the
padding, so that nothing moves when focus comes.
"""

from visitapp.ui.theme.tokens import CONTROL, FOCUS, HEADING, HINT, SMALL, TEXT, TITLE, Tokens, scaled

_KINDS = ("danger", "warn", "ok", "info", "question")


def _fields(t: Tokens, percent: int) -> str:
    height = scaled(CONTROL, percent)
    line, pad, side = 1, 8, 10
    plain = "QLineEdit, QPlainTextEdit, QComboBox, QSpinBox"
    focused = "QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus"
    wrong = 'QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"]'
    wrong_focused = (
        'QLineEdit[invalid="true"]:focus, QPlainTextEdit[invalid="true"]:focus, QComboBox[invalid="true"]:focus'
    )

    def box(width: int, colour: str) -> str:
        return f"border: {width}px solid {colour}; padding: {pad - width}px {side - width}px;"

    return f"""
{plain} {{ background: {t.surface}; color: {t.text}; border-radius: 8px; {box(line, t.field_border)}
  selection-background-color: {t.primary}; selection-color: {t.on_primary}; }}
QLineEdit, QComboBox, QSpinBox {{ min-height: {height - 2 * pad}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {t.sunken}; color: {t.muted}; }}
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] {{ background: {t.sunken}; }}
{wrong} {{ {box(2, t.danger)} }}
{focused} {{ {box(FOCUS, t.focus)} }}
{wrong_focused} {{ {box(FOCUS, t.focus)} }}
QComboBox::drop-down {{ border: 0; width: {scaled(28, percent)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.field_border};
  selection-background-color: {t.primary}; selection-color: {t.on_primary}; outline: 0; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: 0; }}
"""


def _texts(t: Tokens, percent: int) -> str:
    def size(pixels: int) -> str:
        return f"font-size: {scaled(pixels, percent)}px;"

    kinds = "\n".join(f'Prose[kind="{kind}"] {{ color: {getattr(t, kind)}; }}' for kind in _KINDS)
    tags = "\n".join(
        f'Tag[tag="{kind}"] {{ color: {getattr(t, kind)}; background: {getattr(t, kind + "_soft")};'
        f" border: 1px solid {getattr(t, kind)}; }}"
        for kind in (*_KINDS, "primary")
    )
    return f"""
Prose[role="title"] {{ {size(TITLE)} font-weight: 700; }}
Prose[role="heading"] {{ {size(HEADING)} font-weight: 600; }}
Prose[role="label"] {{ {size(TEXT)} font-weight: 600; }}
Prose[role="hint"] {{ {size(HINT)} color: {t.muted}; }}
Prose[role="small"] {{ {size(SMALL)} color: {t.muted}; }}
Prose[role="error"] {{ {size(TEXT)} font-weight: 600; color: {t.danger}; }}
Prose[role="number"] {{ {size(HEADING)} font-weight: 600; }}
{kinds}
{tags}
Tag[tag="plain"] {{ color: {t.muted}; background: {t.sunken}; border: 1px solid {t.line}; }}
Tag {{ {size(SMALL)} font-weight: 600; border-radius: 6px; padding: 1px 8px; }}
"""


def _frames(t: Tokens) -> str:
    banners = "\n".join(
        f'Banner[banner="{kind}"], QuestionCard[banner="{kind}"] {{ background: {getattr(t, kind + "_soft")};'
        f" border: 1px solid {getattr(t, kind)}; border-left: 5px solid {getattr(t, kind)}; border-radius: 6px; }}"
        for kind in _KINDS
    )
    return f"""
QWidget[ground="surface"] {{ background: {t.surface}; }}
Card {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
Block {{ background: {t.sunken}; border: 1px solid {t.line}; border-radius: 8px; }}
ErrorSummary {{ background: {t.surface}; border: 3px solid {t.danger}; border-radius: 8px; }}
ErrorSummary:focus {{ border-color: {t.focus}; }}
CommandPalette {{ background: {t.surface}; border: 2px solid {t.field_border}; border-radius: 10px; }}
{banners}
SideBar {{ background: {t.surface}; border: 0; border-right: 1px solid {t.line}; }}
StatusLine {{ background: {t.surface}; border: 0; border-top: 1px solid {t.line}; }}
Foot {{ background: {t.background}; border: 0; border-top: 1px solid {t.line}; }}
Rule {{ background: {t.line}; border: 0; min-height: 1px; max-height: 1px; }}
"""


def _lists(t: Tokens, percent: int) -> str:
    grip = max(12, scaled(12, percent))
    return f"""
QScrollArea {{ background: transparent; border: 0; }}
QListView, QTableView {{ background: {t.surface}; color: {t.text}; border: 3px solid {t.surface}; border-radius: 8px;
  outline: 0; gridline-color: {t.line}; selection-background-color: {t.primary_soft}; selection-color: {t.text}; }}
CardList {{ background: transparent; border-color: transparent; }}
QListView:focus, QTableView:focus, CardList:focus {{ border: 3px solid {t.focus}; }}
QTableView::item {{ padding: 6px 8px; }}
QListWidget::item {{ padding: 4px 12px; border-radius: 6px; }}
QTableView::item:selected, QListView::item:selected {{ background: {t.primary_soft}; color: {t.text}; }}
QHeaderView {{ background: {t.surface}; border: 0; }}
QHeaderView::section {{ background: {t.sunken}; color: {t.text}; font-weight: 600; padding: 8px 11px; border: 0;
  border-bottom: 2px solid {t.field_border}; }}
QScrollBar:vertical {{ background: transparent; width: {grip}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {grip}px; margin: 0; }}
QScrollBar::handle {{ background: {t.field_border}; border-radius: {grip // 2 - 2}px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 44px; }}
QScrollBar::handle:horizontal {{ min-width: 44px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSlider::groove:horizontal {{ height: 6px; background: {t.field_border}; border-radius: 3px; }}
QSlider::handle:horizontal {{ background: {t.primary}; width: 24px; margin: -10px 0; border-radius: 12px;
  border: 1px solid {t.surface}; }}
QSlider::handle:horizontal:focus {{ border: 3px solid {t.focus}; }}
QProgressBar {{ background: {t.sunken}; border: 1px solid {t.field_border}; border-radius: 6px; text-align: center; }}
QProgressBar::chunk {{ background: {t.primary}; border-radius: 5px; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.field_border}; padding: 6px; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.field_border}; }}
QMenu::item {{ padding: 8px 20px; }}
QMenu::item:selected {{ background: {t.primary}; color: {t.on_primary}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
"""


def style_sheet(tokens: Tokens, percent: int) -> str:
    """The whole style sheet of a theme at a text size of 100 to 200 per cent."""
    return _texts(tokens, percent) + _frames(tokens) + _fields(tokens, percent) + _lists(tokens, percent)
