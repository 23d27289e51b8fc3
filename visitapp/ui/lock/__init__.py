"""When the screen locks: idle, suspend, and the warning before."""
