"""How far a pledge has come: by its verb, by who decided, by what was taken back."""
