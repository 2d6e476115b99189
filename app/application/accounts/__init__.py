"""Passwords, confirmed addresses and socket tickets: what an account needs besides signing in."""

from app.application.accounts.external import ExternalAccountService
from app.application.accounts.local import AccountPolicy, LocalAccountService
from app.application.accounts.service import TICKET_SECONDS, AccountService

__all__ = ["TICKET_SECONDS", "AccountPolicy", "AccountService", "ExternalAccountService", "LocalAccountService"]
