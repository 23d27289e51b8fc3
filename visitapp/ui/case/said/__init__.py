"""What people said, by mark and by speaker."""
