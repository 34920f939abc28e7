"""Settings: the environment (``PLEDGEWIRE_*``) and ``.env`` to one typed object.

Every part takes what it needs of it as an argument; only the command line reads it.
"""

from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, PostgresDsn, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """How to reach Kafka and Postgres, and how the stages behave.

    With ``kafka`` and ``database_url`` unset the commands use the embedded pair whose
    data live in ``state_dir``.
    """

    model_config = SettingsConfigDict(env_prefix="PLEDGEWIRE_", env_file=".env", extra="ignore")

    # where things are
    kafka: str | None = Field(None, description="bootstrap servers, host:port[,host:port…]")
    database_url: PostgresDsn | None = Field(None, description="postgresql://user:password@host/database")
    state_dir: Path = Field(
        Path(platformdirs.user_state_dir("pledgewire")), description="embedded services, tables"
    )
    cache_dir: Path = Field(
        Path(platformdirs.user_cache_dir("pledgewire")), description="jars of the embedded broker"
    )

    # how to talk to Kafka
    kafka_security: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    kafka_ca_file: Path | None = None
    kafka_sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = "SCRAM-SHA-512"
    kafka_username: str | None = None
    kafka_password: SecretStr | None = None
    partitions: int = Field(4, ge=1, le=256, description="of every topic; fixed once they exist")
    replication: int = Field(1, ge=1, le=9)
    min_insync_replicas: int = Field(1, ge=1, le=9)

    # how the stages behave
    claims_workers: int = Field(2, ge=1, le=64, description="claims processes that `up` and `demo` start")
    dead_letters_max: int = Field(
        100, ge=1, description="dead letters within dead_letters_seconds that halt a stage"
    )
    dead_letters_seconds: float = Field(60, gt=0)
    attempts_max: int = Field(5, ge=1, description="tries of one batch before its worker gives up and exits")
    slot_claims_max: int = Field(256, ge=16, description="claims that a slot keeps in full")

    # what reads the articles
    seeds_dir: Path | None = Field(
        None, description="a folder like seeds/ whose lexicon and reference data add to those shipped"
    )
    rates_file: Path | None = Field(
        None, description="rates of currencies that the ECB does not quote: currency,day,per_euro,source"
    )
    ecb_table: Path | None = Field(
        None,
        description="zipped ECB history; unset: what `rates refresh` left in state_dir, else the shipped one",
    )
    spacy_model: str | None = Field(
        None, description="an installed spaCy pipeline whose entities and parse are used"
    )

    # how a worker shows itself
    metrics_port: int = Field(0, ge=0, le=65535, description="of /metrics and /healthz; 0 takes a free one")
    metrics_host: str = "127.0.0.1"
    log_format: Literal["auto", "console", "json"] = "auto"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
