"""The exact account of the flow, from ids: Kafka's records and the ledger's rows in, what is missing out."""

from streams.ledger.audit.account import Account, Audit, audit

__all__ = ["Account", "Audit", "audit"]
