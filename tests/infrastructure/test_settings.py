"""What the settings refuse before anything starts."""

import pytest

from app.settings import Settings

GOOD = "Jq0zP3vQm7cX1rT9wLk5yBn8sDf2hGa4"


def production(**changes: object) -> Settings:
    values: dict[str, object] = {
        "environment": "production", "jwt_secret_key": GOOD, "cors_origins": [], "debug": False, **changes,
    }  # fmt: skip
    return Settings.model_validate(values)


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "short",
        "x" * 64,
        "abab" * 20,
        "changeme" * 5,
        "your-secret-key-for-json-web-tokens",
        "Development-Key-1234567890-abcdef",
    ],
)
def test_a_weak_secret_does_not_start_in_production(secret: str) -> None:
    with pytest.raises(ValueError, match="JWT_SECRET_KEY must be set to at least 32 random bytes") as refused:
        production(jwt_secret_key=secret)
    assert not secret or secret not in str(refused.value)


def test_a_random_secret_starts_in_production() -> None:
    assert production().resolved_jwt_secret == GOOD


@pytest.mark.parametrize(
    ("changes", "told"),
    [({"cors_origins": ["*"]}, "CORS_ORIGINS must name origins"), ({"debug": True}, "DEBUG must be")],
)
def test_what_is_for_development_does_not_start_in_production(changes: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        production(**changes)
    Settings.model_validate({"environment": "development", **changes})


@pytest.mark.parametrize(
    ("changes", "needs"),
    [
        ({"storage_backend": "s3"}, "STORAGE_BACKEND=s3 needs S3_BUCKET"),
        ({"task_queue": "celery"}, "TASK_QUEUE=celery needs CELERY_BROKER_URL"),
        ({"vector_index": "qdrant"}, "VECTOR_INDEX=qdrant needs QDRANT_HOST"),
        ({"llm_provider": "openai"}, "LLM_PROVIDER=openai needs LLM_MODEL and OPENAI_API_KEY"),
        ({"auth_provider": "supabase"}, "AUTH_PROVIDER=supabase needs SUPABASE_URL and SUPABASE_KEY"),
        ({"embeddings_provider": "openai"}, "needs EMBEDDINGS_MODEL"),
        ({"s3_presigned_seconds": 86401}, "less than or equal to 86400"),
    ],
)
def test_half_of_a_configuration_is_refused_and_the_rest_named(changes: dict[str, object], needs: str) -> None:
    with pytest.raises(ValueError, match=needs):
        Settings.model_validate(changes)
