# syntax=docker/dockerfile:1
# Three stages: the web client, the Python environment, and the image that runs, which has neither compiler nor npm.

FROM node:22.21.1-bookworm-slim AS web
WORKDIR /srv/jobwise/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY openapi.json ../openapi.json
COPY samples ../samples
COPY web ./
RUN npm run build

FROM python:3.11.14-slim-bookworm AS build
WORKDIR /srv/jobwise
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
COPY requirements.lock ./
RUN /opt/venv/bin/pip install --require-hashes --no-deps -r requirements.lock
COPY pyproject.toml README.md LICENSE alembic.ini ./
COPY alembic ./alembic
COPY samples ./samples
COPY app ./app
# Editable, so that the migrations beside the package are found; compiled here, so that starting does not compile.
RUN /opt/venv/bin/pip install --no-deps --no-build-isolation -e . \
    && /opt/venv/bin/python -m compileall -q -j 0 app /opt/venv/lib

FROM python:3.11.14-slim-bookworm
LABEL org.opencontainers.image.title="JobWise" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 jobwise \
    && useradd --system --uid 10001 --gid jobwise --home-dir /srv/jobwise --no-create-home jobwise \
    && mkdir -p /data \
    && chown jobwise:jobwise /data
WORKDIR /srv/jobwise
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/jobwise /srv/jobwise
COPY --from=web /srv/jobwise/app/presentation/web ./app/presentation/web
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    LOG_FORMAT=json
USER 10001:10001
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/live', timeout=4).read()"]
CMD ["jobwise", "serve", "--host", "0.0.0.0", "--port", "8000"]
