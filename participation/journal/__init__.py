"""Staff acts, append-only."""
