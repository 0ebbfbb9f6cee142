"""Every German sentence with which this room explains a mistake, one file for each kind of mistake."""
