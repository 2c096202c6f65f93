"""Figures and rows as files that other programs read: sheets, and what makes them safe."""
