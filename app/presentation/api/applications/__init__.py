"""`/applications`: saved jobs and how they stand. Fixed paths come before those with an id."""

from fastapi import APIRouter

from app.presentation.api.applications import applications, details, exchange, overview

router = APIRouter()
for part in (overview, exchange, applications, details):
    router.include_router(part.router)
