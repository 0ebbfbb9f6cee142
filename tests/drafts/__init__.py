"""Tests of drafts and their snapshots."""
