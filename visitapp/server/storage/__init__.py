"""All SQL of the server: one file a noun, one function a question or a change, over one open connection."""
