"""mttui: the on-call workstation for the Mailtarget email platform."""

__version__ = "0.1.0"
