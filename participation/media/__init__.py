"""Sounds and pictures, by digest."""
