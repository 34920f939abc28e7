"""How to reach Kafka and Postgres: Settings in, the configuration that each client library takes out."""

from sqlalchemy import URL, make_url

from streams.settings import Settings
from streams.topology import MESSAGE_BYTES_MAX

Config = dict[str, str | int | float | bool]


class NotConfiguredError(ValueError):
    """The settings name no server; the message says which variable to set."""


def client_config(settings: Settings) -> Config:
    """Return what every confluent-kafka client needs: where, and with what security.

    Raises:
        NotConfiguredError: PLEDGEWIRE_KAFKA is not set.
    """
    if not settings.kafka:
        raise NotConfiguredError("no Kafka is named: set PLEDGEWIRE_KAFKA to host:port")
    config: Config = {
        "bootstrap.servers": settings.kafka,
        "client.id": "pledgewire",
        "log_level": 3,  # errors; "retrying" is not for the person at the terminal
        "security.protocol": settings.kafka_security,
    }
    if settings.kafka_ca_file:
        config["ssl.ca.location"] = str(settings.kafka_ca_file)
    if settings.kafka_security.startswith("SASL"):
        config |= _sasl(settings)
    return config


def admin_config(settings: Settings) -> Config:
    """Return the configuration of an AdminClient."""
    return client_config(settings)


def producer_config(settings: Settings) -> Config:
    """Return the configuration of a producer that neither loses nor repeats nor reorders."""
    return client_config(settings) | {
        "enable.idempotence": True,
        "acks": "all",
        # Where Faust and the Java clients put a key; librdkafka's own choice is another.
        "partitioner": "murmur2_random",
        "message.max.bytes": MESSAGE_BYTES_MAX,
        "compression.type": "lz4",
        "linger.ms": 5,
    }


def consumer_config(settings: Settings, group: str | None = None) -> Config:
    """Return the configuration of a consumer that starts at the oldest record and never commits unasked."""
    config = client_config(settings) | {
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "fetch.message.max.bytes": MESSAGE_BYTES_MAX,
    }
    return config | ({"group.id": group} if group else {})


def database_url(settings: Settings) -> URL:
    """Return the SQLAlchemy URL of the ledger's database, for the psycopg 3 driver.

    Raises:
        NotConfiguredError: PLEDGEWIRE_DATABASE_URL is not set.
    """
    if settings.database_url is None:
        raise NotConfiguredError("no database is named: set PLEDGEWIRE_DATABASE_URL to postgresql://…")
    return psycopg_url(str(settings.database_url))


def psycopg_url(url: str | URL) -> URL:
    """Return ``url`` (``postgresql://…``) for the psycopg 3 driver."""
    return make_url(url).set(drivername="postgresql+psycopg")


def _sasl(settings: Settings) -> Config:
    if settings.kafka_username is None or settings.kafka_password is None:
        raise NotConfiguredError("SASL needs PLEDGEWIRE_KAFKA_USERNAME and PLEDGEWIRE_KAFKA_PASSWORD")
    return {
        "sasl.mechanism": settings.kafka_sasl_mechanism,
        "sasl.username": settings.kafka_username,
        "sasl.password": settings.kafka_password.get_secret_value(),
    }
