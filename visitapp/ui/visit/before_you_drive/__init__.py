"""Before you drive away: two minutes, somewhere that feels safe."""
