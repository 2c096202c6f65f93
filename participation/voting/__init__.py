"""Counting votes: one file a method, whole numbers and fractions only, no database and no web."""
