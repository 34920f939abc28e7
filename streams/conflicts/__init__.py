"""The conflicts stage: claims of one slot in; its reading, its conflicts and its history out."""
