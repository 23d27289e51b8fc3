"""The look: tokens, palette, one generated style sheet, fonts and icons."""
