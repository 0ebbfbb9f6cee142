"""Tests of what a Kursbuch is: its words, its addresses."""
