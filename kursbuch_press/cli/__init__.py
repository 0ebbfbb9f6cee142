"""What people type: one file for each command, which parses, calls and prints."""

OUTPUT = "stdout"
"""The name of the standard output in an error, as the front door writes it and the commands read it."""
