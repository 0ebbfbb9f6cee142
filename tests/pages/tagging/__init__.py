"""Tests of files that are read aloud, and a reader of their tags."""
