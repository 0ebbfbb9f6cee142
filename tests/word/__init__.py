"""Tests of the Word file; sample.py holds a manuscript in which every kind of node and inline stands."""
