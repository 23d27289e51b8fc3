"""The tour: drives the real application through the main job, takes pictures, and checks every step in the vaults."""
