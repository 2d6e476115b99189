"""`/auth/password`, `/auth/email`, `/auth/account` and `/auth/ws-ticket`: one's own account."""

from typing import Any

from fastapi import Response
from pydantic import Field

from app.application.accounts import TICKET_SECONDS
from app.presentation.api.dependencies import ClientDep, CurrentUser, ServicesDep
from app.presentation.api.files import attachment
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel

router = feature_router("/auth", tag="auth")
_ZIP: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A ZIP with `data.json`, a JSON Resume of each profile, and all files.",
        "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class PasswordChangeIn(ApiModel):
    """The password that was, and the one to be."""

    current_password: str = Field(max_length=1024)
    new_password: str = Field(max_length=1024)


class PasswordForgotIn(ApiModel):
    """Whose password is forgotten."""

    email: str = Field(max_length=254)


class PasswordResetIn(ApiModel):
    """The secret of a mail, and a new password."""

    token: str = Field(max_length=200)
    new_password: str = Field(max_length=1024)


class EmailVerifyIn(ApiModel):
    """The secret of a mail."""

    token: str = Field(max_length=200)


class AccountDeleteIn(ApiModel):
    """The password, once more."""

    password: str = Field(max_length=1024)


class StorageUseOut(ApiModel):
    """The room that an account's resumes and exported documents take."""

    used_bytes: int
    limit_bytes: int | None
    files: int


class TicketOut(ApiModel):
    """A secret that opens one socket."""

    ticket: str
    expires_in: int


@router.post("/password/change", status_code=204)
async def change_password(body: PasswordChangeIn, user: CurrentUser, services: ServicesDep, client: ClientDep) -> None:
    """Change the password; every other session ends."""
    await services.accounts.change_password(user, current=body.current_password, new=body.new_password, client=client)
    services.auth.forget_sessions()


@router.post("/password/forgot", status_code=204)
async def forgot_password(body: PasswordForgotIn, services: ServicesDep, client: ClientDep) -> None:
    """Send a link to the address if an account has it; the answer is the same in any case."""
    await services.accounts.forgot_password(body.email, client=client)


@router.post("/password/reset", status_code=204)
async def reset_password(body: PasswordResetIn, services: ServicesDep, client: ClientDep) -> None:
    """Set a new password with the secret of a mail; every session ends."""
    await services.accounts.reset_password(body.token, new=body.new_password, client=client)
    services.auth.forget_sessions()


@router.post("/email/verify", status_code=204)
async def verify_email(body: EmailVerifyIn, services: ServicesDep, client: ClientDep) -> None:
    """Confirm one's address with the secret of a mail."""
    await services.accounts.verify_email(body.token, client=client)


@router.post("/email/verification", status_code=204)
async def send_verification(user: CurrentUser, services: ServicesDep) -> None:
    """Send the mail that confirms one's address, again."""
    await services.accounts.ask_for_verification(user.user_id)


@router.post("/ws-ticket", status_code=201)
async def make_ws_ticket(user: CurrentUser, services: ServicesDep, response: Response) -> TicketOut:
    """Make a secret that opens one socket, once, within half a minute."""
    response.headers["Location"] = "/api/v1/auth/ws-ticket"
    return TicketOut(ticket=await services.accounts.make_ticket(user), expires_in=TICKET_SECONDS)


@router.get("/account/export", response_class=Response, responses=_ZIP)
async def export_account(user: CurrentUser, services: ServicesDep, client: ClientDep) -> Response:
    """Return everything the caller owns in one ZIP."""
    data = await services.account_data.export(user.user_id, client=client)
    return attachment(data, "jobwise-account.zip", "application/zip")


@router.get("/account/storage")
async def get_account_storage(user: CurrentUser, services: ServicesDep) -> StorageUseOut:
    """Return how much room the caller's files take, and may take."""
    return StorageUseOut.model_validate(await services.files.use(user.user_id))


@router.delete("/account", status_code=204)
async def delete_account(body: AccountDeleteIn, user: CurrentUser, services: ServicesDep) -> None:
    """Delete the account and everything in it, for good."""
    await services.account_data.delete(user, password=body.password)
    services.auth.forget_sessions()
