"""Who gives: the parts of the pledges component that find the pledger."""
