"""What every door holds: all services, built once."""

from dataclasses import dataclass

from app.application.auth import AuthService
from app.application.health import HealthService
from app.application.profiles import ProfileService
from app.application.tasks import TaskRunner


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Every use case of JobWise."""

    auth: AuthService
    health: HealthService
    profiles: ProfileService
    tasks: TaskRunner
