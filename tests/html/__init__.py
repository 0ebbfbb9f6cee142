"""Tests of the HTML writer and of what references become in each output."""
