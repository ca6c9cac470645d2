"""Typed operation stubs, one module a family."""
