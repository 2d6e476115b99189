"""`/applications`: saved jobs and how they stand. Fixed paths come before those with an id."""

from app.presentation.api.applications import applications, details, exchange, overview

PARTS = (overview, exchange, applications, details)
