"""The table of colours, sizes and gaps that everything on the screens is made of. Pure: no Qt.

Text stands at least 4.5:1 on what lies behind it; borders of fields, icons and the focus ring 3:1 (`PAIRS`, tested).
"""

from msgspec import Struct

TITLE, HEADING, TEXT, HINT, SMALL = 28, 20, 16, 15, 14
GAPS = (4, 8, 12, 16, 20, 28)
XS, S, M, L, XL, XXL = GAPS
CONTROL = 44
FOCUS = 3
LINE_CHARACTERS = 75
FOLD_BELOW = 800


class Tokens(Struct, frozen=True, kw_only=True):
    """The colours of one theme, each as #RRGGBB. `x_soft` lies behind text in the colour `x`."""

    text: str
    background: str
    surface: str
    sunken: str
    muted: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_soft: str
    field_border: str
    line: str
    focus: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    info: str
    info_soft: str
    question: str
    question_soft: str


LIGHT = Tokens(
    text="#14212B",
    background="#F4F6F8",
    surface="#FFFFFF",
    sunken="#EAEEF2",
    muted="#4A5A68",
    primary="#0B5C7A",
    primary_hover="#08475F",
    on_primary="#FFFFFF",
    primary_soft="#E1F0F5",
    field_border="#6B7A87",
    line="#CBD5DE",
    focus="#1A1A1A",
    danger="#B3261E",
    danger_soft="#FCE9E7",
    warn="#7A4B00",
    warn_soft="#FFF3D6",
    ok="#1B6B3A",
    ok_soft="#E3F4E9",
    info="#3D4EAC",
    info_soft="#E9ECFA",
    question="#6A3B8C",
    question_soft="#F3EAF8",
)

DARK = Tokens(
    text="#E8EEF2",
    background="#11181E",
    surface="#1A232B",
    sunken="#24303A",
    muted="#A9B8C4",
    primary="#6CC3E0",
    primary_hover="#92D5EA",
    on_primary="#06212C",
    primary_soft="#143542",
    field_border="#7F92A1",
    line="#35434F",
    focus="#FFFFFF",
    danger="#FF8A80",
    danger_soft="#3B1C1A",
    warn="#FFC95C",
    warn_soft="#3A2C0C",
    ok="#7FD6A0",
    ok_soft="#14301F",
    info="#A9B5FF",
    info_soft="#20264A",
    question="#D3A9F0",
    question_soft="#33213F",
)

CONTRAST = Tokens(
    text="#FFFFFF",
    background="#000000",
    surface="#000000",
    sunken="#1C1C1C",
    muted="#FFFFFF",
    primary="#FFE600",
    primary_hover="#FFFFFF",
    on_primary="#000000",
    primary_soft="#1C1C1C",
    field_border="#FFFFFF",
    line="#FFFFFF",
    focus="#00FFFF",
    danger="#FF9C94",
    danger_soft="#000000",
    warn="#FFD27A",
    warn_soft="#000000",
    ok="#7CFFB0",
    ok_soft="#000000",
    info="#C7D0FF",
    info_soft="#000000",
    question="#E7C6FF",
    question_soft="#000000",
)

THEMES: dict[str, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

_BEHIND = ("surface", "background", "sunken")
_KINDS = ("danger", "warn", "ok", "info", "question", "primary")
PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("text", behind, 4.5) for behind in (*_BEHIND, "primary_soft", *(f"{kind}_soft" for kind in _KINDS))),
    *(("muted", behind, 4.5) for behind in (*_BEHIND, *(f"{kind}_soft" for kind in _KINDS))),
    ("on_primary", "primary", 4.5),
    ("on_primary", "primary_hover", 4.5),
    ("surface", "danger", 4.5),
    *((kind, behind, 4.5) for kind in _KINDS for behind in ("surface", "background", f"{kind}_soft")),
    *(("field_border", behind, 3.0) for behind in ("surface", "background", *(f"{kind}_soft" for kind in _KINDS))),
    *(("focus", behind, 3.0) for behind in (*_BEHIND, *(f"{kind}_soft" for kind in _KINDS))),
)
"""What is seen on what, and the least contrast that it must have."""


def _light(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2: 1 to 21."""
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def scaled(pixels: int, percent: int) -> int:
    """A size at a text size in per cent, in whole pixels."""
    return round(pixels * percent / 100)
