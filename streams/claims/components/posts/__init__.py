"""Role phrases and who holds them: parts of the people and offices components."""
