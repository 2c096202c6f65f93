"""Exactly once: a gesture is counted the first time, and only the first time."""
