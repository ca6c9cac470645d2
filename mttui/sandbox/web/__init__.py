"""The sandbox over HTTP: an ASGI application."""
