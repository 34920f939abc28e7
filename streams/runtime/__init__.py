"""What all stages stand on: codec, producer, dead letters, the stage runner, metrics, logs."""
