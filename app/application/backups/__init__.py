"""Backing up and restoring a whole installation."""

from app.application.backups.service import BackupReport, BackupService

__all__ = ["BackupReport", "BackupService"]
