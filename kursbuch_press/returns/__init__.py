"""What co-authors send back: guarded, read, aligned with the draft, and every word accounted for."""
