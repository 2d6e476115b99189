"""All configuration, read from the environment and `.env` in one place."""
# size: one class reads every setting, so that one file tells them all

import json
import secrets
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

# What secrets of examples are made of; no random one has such a word in it.
_WEAK = ("secret", "changeme", "change-me", "change_me", "password", "development", "example", "placeholder")


class Settings(BaseSettings):
    """Every setting, with its default. Names are the environment variables' in lower case."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", hide_input_in_errors=True
    )

    environment: Literal["development", "test", "production"] = Field(
        "development", description="`production` refuses weak secrets, wildcard CORS and DEBUG."
    )
    debug: bool = Field(False, description="Verbose errors in the log; never in production.")
    data_dir: Path = Field(Path("data"), description="Where the defaults keep database, files and the made secret.")
    database_url: str = Field(
        "",
        description="Async SQLAlchemy URL; empty means SQLite under DATA_DIR (`sqlite+aiosqlite:///./data/jobwise.db`).",
    )
    jwt_secret_key: str = Field(
        "", description="At least 32 bytes. Made once and kept under DATA_DIR where empty, except in production."
    )
    auth_provider: Literal["local", "supabase"] = Field(
        "local", description="Who keeps accounts and passwords: JobWise itself, or a Supabase project."
    )
    supabase_url: str = Field("", description="The project's address, such as `https://abc.supabase.co`.")
    supabase_key: str = Field(
        "", repr=False, description="Its publishable (anon) key; the secret one lets deleted accounts go there too."
    )
    supabase_jwt_secret: str = Field(
        "",
        repr=False,
        description="Its JWT secret, where tokens are still signed with one; else its public keys count.",
    )
    supabase_issuer: str = Field("", description="What tokens name as their issuer; empty means SUPABASE_URL/auth/v1.")
    supabase_link_by_email: bool = Field(
        False,
        description="Let whoever signs in there take over the account made here with the same address; only where "
        "Supabase confirms addresses.",
    )
    access_token_seconds: int = Field(3600, ge=60, description="Life of an access token.")
    bcrypt_rounds: int = Field(12, ge=4, le=16, description="Cost of password hashing; 12 is about 0.3 s.")
    cors_origins: list[str] = Field(
        ["http://localhost:3000"], description="JSON list of origins that browsers may use."
    )
    storage_backend: Literal["local", "s3"] = Field("local", description="Where files are kept.")
    storage_path: Path | None = Field(None, description="Folder of the local storage; empty means DATA_DIR/files.")
    storage_quota_mb: int = Field(1000, ge=0, description="Megabytes of files each account may keep; 0 is no limit.")
    s3_bucket: str = Field("", description="Bucket of the S3 storage.")
    s3_endpoint_url: str = Field("", description="Endpoint of an S3-compatible store; empty means AWS.")
    s3_region: str = Field("", description="Region of the bucket.")
    s3_access_key_id: str = Field("", description="Key of the bucket; empty uses the machine's role.")
    s3_secret_access_key: str = Field("", description="Secret of the bucket.")
    s3_presigned_seconds: int = Field(
        0,
        ge=0,
        le=86400,
        description="How long links of the S3 storage to exported documents work, so that their bytes need not pass "
        "through the API; 0 makes none.",
    )
    s3_public_endpoint_url: str = Field(
        "", description="Where browsers reach the S3-compatible store; empty means S3_ENDPOINT_URL."
    )
    fetch_allow_private_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Comma-separated hosts (host or host:port) a fetch may reach though they are private."
    )
    llm_provider: Literal["builtin", "openai", "anthropic", "openai_compatible"] = Field(
        "builtin", description="Whose language model may word documents; `builtin` is none, and nothing leaves."
    )
    llm_model: str = Field("", description="Name of the model, as its provider calls it.")
    llm_timeout_seconds: float = Field(
        90, gt=0, le=600, description="How long one question to the model may take, with all its retries."
    )
    llm_max_tokens_per_generation: int = Field(
        50000, ge=1000, description="Tokens in and out that one generation may take."
    )
    openai_api_key: str = Field("", repr=False, description="Key for OpenAI or a compatible server.")
    openai_base_url: str = Field("", description="Address of a compatible server: Groq, Ollama, vLLM, OpenRouter.")
    anthropic_api_key: str = Field("", repr=False, description="Key for Anthropic.")
    anthropic_base_url: str = Field("", description="Another address for Anthropic's API, such as a gateway.")
    embeddings_provider: Literal["hashing", "openai", "minilm"] = Field(
        "hashing",
        description="What compares texts: `hashing` knows words only; `openai` is any compatible server; `minilm` runs "
        "here, after `make semantic`.",
    )
    embeddings_model: str = Field("", description="Name of the embedding model, as the `openai` provider calls it.")
    vector_index: Literal["builtin", "qdrant"] | None = Field(
        None, description="Where vectors are kept; empty means `qdrant` where QDRANT_HOST is set, else the database."
    )
    qdrant_host: str = Field("", description="Qdrant server: host, `host:port` or URL. Needs the extra `qdrant`.")
    qdrant_api_key: str = Field("", repr=False, description="Key of the Qdrant server.")
    quota_free: int | None = Field(10, description="LLM generations a month for free accounts; empty is no limit.")
    quota_premium: int | None = Field(100, description="LLM generations a month for premium accounts.")
    quota_enterprise: int | None = Field(None, description="LLM generations a month for enterprise accounts.")
    rate_limit_user_per_minute: int = Field(
        100, ge=0, description="API requests a minute for each account; 0 turns the limit off."
    )
    rate_limit_ip_per_day: int = Field(
        1000, ge=0, description="API requests a day from each address while nobody is signed in; 0 turns it off."
    )
    rate_limit_generations_per_hour: int = Field(
        10, ge=0, description="LLM generations an hour for each account; 0 turns the limit off."
    )
    job_sources: Annotated[tuple[str, ...], NoDecode] = Field(
        ("remotive", "arbeitnow", "themuse", "hackernews"),
        description="Comma-separated job boards to search; empty is none. There are those four, boards of employers "
        "(`greenhouse:acme`; also `lever`, `lever_eu`, `ashby`, `workable`, `smartrecruiters`, `recruitee`), and with "
        "a key `adzuna:gb` and `usajobs`.",
    )
    job_source_urls: dict[str, str] = Field(
        {}, description='Other addresses for kinds of job boards, such as a gateway: `{"greenhouse": "https://…"}`.'
    )
    job_search_seconds: float = Field(
        8, gt=0, le=60, description="How long a search waits for the job boards; those that take longer are named."
    )
    saved_search_interval_hours: float = Field(
        0, ge=0, le=720, description="How often saved searches run by themselves; 0 leaves that to their owners."
    )
    adzuna_app_id: str = Field("", repr=False, description="Id for Adzuna's API.")
    adzuna_app_key: str = Field("", repr=False, description="Key for Adzuna's API.")
    usajobs_api_key: str = Field("", repr=False, description="Key for the API of USAJobs.")
    usajobs_email: str = Field("", repr=False, description="The address the key for USAJobs was given to.")
    themuse_api_key: str = Field("", repr=False, description="Key for The Muse; it works without, for fewer requests.")
    ocr_enabled: bool = Field(
        False, description="Recognize the text of scanned resumes with tesseract, which must be installed."
    )
    ocr_languages: str = Field("eng", description="Languages that scans are in, as tesseract names them (`eng+deu`).")
    ocr_program: str = Field("tesseract", description="The tesseract program: a name on the PATH, or a full path.")
    redis_url: str = Field(
        "",
        description="Shares limits and events between instances (`redis://host:6379/0`); without it each is alone.",
    )
    smtp_url: str = Field(
        "",
        description="Mail server (`smtp://user:password@host:587`, `smtps://…:465`); empty writes to DATA_DIR/outbox.",
    )
    mail_from: str = Field("JobWise <jobwise@localhost>", description="Sender of mails.")
    sms_url: str = Field(
        "",
        repr=False,
        description="Where text messages go, as an apprise URL with `{phone}` for the number "
        "(`twilio://SID:TOKEN@+15551234567/{phone}`); without `{phone}` one place for everybody; empty offers none.",
    )
    webhook_allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Comma-separated hosts (host or host:port) users' webhooks may reach though they are private or on "
        "another port.",
    )
    public_url: str = Field(
        "http://localhost:8000", description="Where people reach JobWise; links in mails lead there."
    )
    web_root: Path | None = Field(
        None, description="Folder of the built web client; empty means the one that `make web` fills."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least level that is logged.")
    log_format: Literal["console", "json"] | None = Field(
        None, description="`console` or `json`; empty means json in production."
    )
    otel_exporter_otlp_endpoint: str = Field(
        "", description="OpenTelemetry collector for traces (`http://collector:4318`); needs the extra `otel`."
    )
    task_lease_seconds: float = Field(
        15, gt=0, description="How long a worker that went silent keeps its task before another takes over."
    )
    task_queue: Literal["in_process", "celery"] = Field(
        "in_process",
        description="Who does background work: this process, or `jobwise worker` and `jobwise beat` over a broker.",
    )
    celery_broker_url: str = Field(
        "", repr=False, description="Redis (`redis://host:6379/1`) or RabbitMQ (`amqp://user:password@host:5672//`)."
    )
    celery_queue: str = Field(
        "jobwise",
        pattern=r"^[A-Za-z0-9_.-]{1,100}$",
        description="Name of the queue, where several installations share a broker.",
    )
    celery_result_backend: str = Field("", repr=False, description="Not needed: results are rows of the database.")
    worker_concurrency: int = Field(2, ge=0, le=64, description="Background tasks at a time; 0 leaves them to others.")

    @model_validator(mode="before")
    @classmethod
    def _split_lists(cls, values: dict[str, object]) -> dict[str, object]:
        for name in ("fetch_allow_private_hosts", "job_sources", "webhook_allowed_hosts"):
            given = values.get(name)
            if isinstance(given, str):
                parts = json.loads(given) if given.lstrip().startswith("[") else given.split(",")
                values = {**values, name: tuple(part.strip() for part in parts if part.strip())}
        return values

    @model_validator(mode="after")
    def _refuse_half_a_model(self) -> Self:
        needs = {
            "openai": {"LLM_MODEL": self.llm_model, "OPENAI_API_KEY": self.openai_api_key},
            "openai_compatible": {"LLM_MODEL": self.llm_model, "OPENAI_BASE_URL": self.openai_base_url},
            "anthropic": {"LLM_MODEL": self.llm_model, "ANTHROPIC_API_KEY": self.anthropic_api_key},
        }
        missing = [name for name, value in needs.get(self.llm_provider, {}).items() if not value]
        if missing:
            raise ValueError(f"LLM_PROVIDER={self.llm_provider} needs {' and '.join(missing)}")
        return self

    @model_validator(mode="after")
    def _refuse_half_a_service(self) -> Self:
        if self.embeddings_provider == "openai":
            if not self.embeddings_model:
                raise ValueError("EMBEDDINGS_PROVIDER=openai needs EMBEDDINGS_MODEL")
            if not (self.openai_api_key or self.openai_base_url):
                raise ValueError("EMBEDDINGS_PROVIDER=openai needs OPENAI_API_KEY or OPENAI_BASE_URL")
        if self.task_queue == "celery" and not self.celery_broker_url:
            raise ValueError("TASK_QUEUE=celery needs CELERY_BROKER_URL")
        if self.storage_backend == "s3" and not self.s3_bucket:
            raise ValueError("STORAGE_BACKEND=s3 needs S3_BUCKET")
        if self.vector_index == "qdrant" and not self.qdrant_host:
            raise ValueError("VECTOR_INDEX=qdrant needs QDRANT_HOST")
        return self

    @model_validator(mode="after")
    def _refuse_half_a_provider(self) -> Self:
        if self.auth_provider == "supabase":
            needs = {"SUPABASE_URL": self.supabase_url, "SUPABASE_KEY": self.supabase_key}
            missing = [name for name, value in needs.items() if not value]
            if missing:
                raise ValueError(f"AUTH_PROVIDER=supabase needs {' and '.join(missing)}")
            if self.supabase_jwt_secret and len(self.supabase_jwt_secret.encode()) < 32:
                raise ValueError("SUPABASE_JWT_SECRET must have at least 32 bytes")
        return self

    @model_validator(mode="after")
    def _refuse_unsafe_production(self) -> Self:
        if self.environment != "production":
            return self
        problems = []
        secret = self.jwt_secret_key
        if len(secret.encode()) < 32 or len(set(secret)) < 10 or any(word in secret.lower() for word in _WEAK):
            problems.append("JWT_SECRET_KEY must be set to at least 32 random bytes")
        if "*" in self.cors_origins:
            problems.append("CORS_ORIGINS must name origins, not *")
        if self.debug:
            problems.append("DEBUG must be false")
        if problems:
            raise ValueError("refusing to start in production: " + "; ".join(problems))
        return self

    @property
    def resolved_database_url(self) -> str:
        """The database URL, with the default filled in."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'jobwise.db'}"

    @property
    def resolved_storage_path(self) -> Path:
        """The folder of the local storage, with the default filled in."""
        return self.storage_path or self.data_dir / "files"

    @property
    def resolved_vector_index(self) -> Literal["builtin", "qdrant"]:
        """Where vectors are kept, with the default filled in."""
        return self.vector_index or ("qdrant" if self.qdrant_host else "builtin")

    @cached_property
    def resolved_jwt_secret(self) -> str:
        """The token secret; in development one is made on first use and kept."""
        if self.jwt_secret_key:
            return self.jwt_secret_key
        path = self.data_dir / "jwt-secret"
        if not path.exists():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(f".{secrets.token_hex(4)}")
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_urlsafe(48))
            # A link fails where another process was first, and then its secret counts.
            try:
                path.hardlink_to(fresh)
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        return path.read_text().strip()


def embedded(data_dir: Path) -> Settings:
    """Return settings of the smallest shape, everything below `data_dir`, whatever the environment says."""
    return Settings(
        environment="development",
        data_dir=data_dir,
        database_url=f"sqlite+aiosqlite:///{data_dir / 'jobwise.db'}",
        jwt_secret_key="",
        storage_backend="local",
        storage_path=data_dir / "files",
        bcrypt_rounds=4,
        auth_provider="local",
        job_sources=(),
        embeddings_provider="hashing",
        vector_index="builtin",
        task_queue="in_process",
    )
