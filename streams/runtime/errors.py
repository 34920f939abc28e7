"""The errors that the stage runner tells apart."""


class BadRecord(ValueError):  # noqa: N818  (named for what it is, as in "dead letter")
    """An input that no retry will mend: it becomes a dead letter. Says place and reason."""


class DeliveryError(RuntimeError):
    """Output that Kafka did not confirm: the batch is tried again, then the worker exits."""


class DeadLetterLimitError(RuntimeError):
    """So many inputs died in so short a time that the fault is likely ours: the stage halts."""
