"""What people type: one file for each command, which parses, calls and prints."""
