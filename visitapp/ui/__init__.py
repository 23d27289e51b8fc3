"""The screens. The only package with Qt; gets its objects passed in."""
