"""The composition root: names every adapter and joins them to the use cases."""

from app.bootstrap.adapters import app_version, now
from app.bootstrap.celery_worker import build_celery_worker
from app.bootstrap.doctor import examine, migrate_database
from app.bootstrap.services import build_services

__all__ = ["app_version", "build_celery_worker", "build_services", "examine", "migrate_database", "now"]
