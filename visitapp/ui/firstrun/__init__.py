"""The first run on a laptop: join, set up an organisation, or try the demo."""
