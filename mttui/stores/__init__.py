"""Reactive state that screens share: snapshots, ages, polling."""
