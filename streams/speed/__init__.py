"""Speed as ratios inside one run: what ``pledgewire bench`` measures, and on what."""
