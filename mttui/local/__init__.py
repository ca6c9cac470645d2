"""What this box keeps: configuration, credentials, the journal and the samples.

A leaf: it imports nothing else of mttui, and neither Textual, httpx nor pydantic.
"""

from __future__ import annotations
