"""Everything that touches the disk: recorded reads, changes made as a whole, children and temporary things."""
