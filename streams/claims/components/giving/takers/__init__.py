"""Who gets: the parts of the pledges component that find the beneficiary."""
