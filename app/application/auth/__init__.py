"""Accounts, sign-in and sessions."""

from app.application.auth.external import ExternalAuthService
from app.application.auth.local import LocalAuthService
from app.application.auth.service import AuthService, SignedIn

__all__ = ["AuthService", "ExternalAuthService", "LocalAuthService", "SignedIn"]
