"""Scoring of the extractor against annotated articles: a folder and claims in, figures and findings out."""
