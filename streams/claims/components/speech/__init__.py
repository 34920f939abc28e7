"""Quotation marks, cues and who speaks: parts of the quotations and speakers components."""
