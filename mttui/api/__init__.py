"""The async API layer: the platform as typed Python. Imports nothing else of mttui."""
