"""A visit at which nobody answered, in four inputs."""
