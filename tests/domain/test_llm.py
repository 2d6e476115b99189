import pytest

from app.domain.llm import LLMNotEnabledError, check_llm_allowed, cost_estimate


@pytest.mark.parametrize(
    ("provider", "model", "cost"),
    [
        ("openai", "gpt-4o-mini-2024-07-18", 0.75),
        ("openai", "gpt-4o", 12.5),
        ("anthropic", "claude-sonnet-4-5", 18.0),
        ("openai", "something-new", None),
        ("openai_compatible", "gpt-4o", None),
    ],
)
def test_a_cost_is_estimated_where_the_price_is_known(provider: str, model: str, cost: float | None) -> None:
    assert cost_estimate(provider, model, 1_000_000, 1_000_000) == cost


@pytest.mark.parametrize(("configured", "enabled"), [(False, True), (True, False), (False, False)])
def test_a_model_needs_the_operators_and_the_users_consent(*, configured: bool, enabled: bool) -> None:
    check_llm_allowed(configured=True, enabled=True)
    with pytest.raises(LLMNotEnabledError):
        check_llm_allowed(configured=configured, enabled=enabled)
