"""Syntheses and posters: read them, download them, publish an edition."""
