"""Every metric there is, with its kind and meaning, in one list."""

from prometheus_client import Counter, Gauge, Histogram

_STAGE = ("stage",)

RECORDS = Counter("pledgewire_records", "Records taken, by what became of them", ("stage", "outcome"))
OUTPUTS = Counter("pledgewire_outputs", "Records sent and confirmed", ("stage", "topic"))
CLAIMS = Counter("pledgewire_claims", "Claims extracted, by kind", ("kind",))
RETRIES = Counter("pledgewire_retries", "Batches tried again after a fault", ("stage", "error"))
BATCH_SECONDS = Histogram(
    "pledgewire_batch_seconds",
    "From taking a batch to its outputs being confirmed",
    _STAGE,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
BATCH_RECORDS = Histogram(
    "pledgewire_batch_records",
    "Records in a batch",
    _STAGE,
    buckets=(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000),
)
LAST_OFFSET = Gauge(
    "pledgewire_last_offset", "Offset of the last record done", ("stage", "topic", "partition")
)
LOOP_LAG_SECONDS = Gauge("pledgewire_loop_lag_seconds", "How late the event loop's last tick was", _STAGE)
