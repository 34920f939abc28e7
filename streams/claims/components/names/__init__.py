"""Names of people and bodies: where they stand, how they are spelt, whose they are."""
