"""The vendor's own client, as both language model and embedder use it."""

from typing import TYPE_CHECKING

from app.infrastructure.llm.failures import VendorErrors
from app.infrastructure.llm.transport import make_client

if TYPE_CHECKING:
    import openai

OPENAI_URL = "https://api.openai.com/v1"


def make_openai_client(*, api_key: str, base_url: str, timeout: float) -> "tuple[openai.AsyncOpenAI, VendorErrors]":
    """Return a client that never tries again by itself, and its error classes; it takes seconds, so in a thread."""
    import openai  # noqa: PLC0415 - the import takes seconds, and most installations never call a model

    client = openai.AsyncOpenAI(
        # The client insists on a key, servers at home often have none.
        api_key=api_key or "none",
        base_url=base_url,
        timeout=timeout,
        max_retries=0,
        http_client=make_client(timeout),
    )
    errors = VendorErrors(openai.APIStatusError, openai.APITimeoutError, openai.APIConnectionError, openai.APIError)
    return client, errors
