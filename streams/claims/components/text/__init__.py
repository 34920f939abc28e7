"""What all components look words up with: sets of phrases, scans, windows."""
