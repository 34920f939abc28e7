"""Which figures are gifts: what is given, asked for, part of another or of another trade."""
