"""Textual screens; thin."""
