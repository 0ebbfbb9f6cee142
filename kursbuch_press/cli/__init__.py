"""What people type: one file for each command, which parses, calls and prints."""

MACHINE = 3
"""The exit code where the machine lacks something."""
OUTPUT = "stdout"
"""The name of the standard output in an error, as the front door writes it and the commands read it."""
