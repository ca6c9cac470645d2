"""Figures of speed, size and traffic, beside those of a bare Textual app."""
