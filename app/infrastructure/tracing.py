"""Traces over OTLP, to any OpenTelemetry collector. Of the extra `otel`: import this only where it is wanted."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from sqlalchemy import event
from sqlalchemy.engine import Engine

_PARENTS = TraceContextTextMapPropagator()
_TABLE = re.compile(r'\b(?:FROM|INTO|UPDATE)\s+"?(?P<name>\w+)', re.IGNORECASE)
_EXPORT_SECONDS = 3


class _OtelSpan:
    def __init__(self, span: trace.Span) -> None:
        self._span = span

    def tell(self, **attributes: str | int) -> None:
        name = attributes.pop("name", None)
        if name is not None:
            self._span.update_name(str(name))
        self._span.set_attributes(_named(attributes))


class OtelTracer:
    """`ITracer` that sends what ended to `exporter`, in the background and in portions."""

    def __init__(self, exporter: SpanExporter, *, version: str) -> None:
        resource = Resource.create({"service.name": "jobwise", "service.version": version})
        self._provider = TracerProvider(resource=resource)
        self._provider.add_span_processor(BatchSpanProcessor(exporter, export_timeout_millis=_EXPORT_SECONDS * 1000))
        self._tracer = self._provider.get_tracer("jobwise", version)

    @contextmanager
    def span(self, name: str, *, parent: str = "", **attributes: str | int) -> Iterator[_OtelSpan]:
        """See `ITracer.span`."""
        context = _PARENTS.extract({"traceparent": parent}) if parent else None
        with self._tracer.start_as_current_span(
            name,
            context=context,
            kind=SpanKind.SERVER if name == "request" else SpanKind.INTERNAL,
            attributes=_named(attributes),
            # Both would write the exception's text, which may quote what somebody wrote.
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            try:
                yield _OtelSpan(span)
            except BaseException as error:
                span.set_status(Status(StatusCode.ERROR, type(error).__name__))
                raise

    def watch(self, engine: Engine) -> None:
        """Follow every statement of the engine by its kind and table; its text and values are not told."""

        @event.listens_for(engine, "before_cursor_execute")
        def begin(_connection: Any, _cursor: Any, statement: str, _values: Any, context: Any, _many: bool) -> None:
            if context is not None and trace.get_current_span().is_recording():
                table = _TABLE.search(statement)
                verb = statement.split(None, 1)[0].upper()
                name = f"{verb} {table['name']}" if table else verb
                attributes = {"db.system.name": engine.dialect.name, "db.operation.name": verb}
                context.jobwise_span = self._tracer.start_span(name, kind=SpanKind.CLIENT, attributes=attributes)

        @event.listens_for(engine, "after_cursor_execute")
        def end(_connection: Any, _cursor: Any, _statement: str, _values: Any, context: Any, _many: bool) -> None:
            span = getattr(context, "jobwise_span", None)
            if span is not None:
                span.end()

        @event.listens_for(engine, "handle_error")
        def fail(context: Any) -> None:
            span = getattr(context.execution_context, "jobwise_span", None)
            if span is not None:
                span.set_status(Status(StatusCode.ERROR, type(context.original_exception).__name__))
                span.end()

    def close(self) -> None:
        """Send what is left; a collector that is away is not waited for."""
        self._provider.shutdown()


def otlp_tracer(endpoint: str, *, version: str) -> OtelTracer:
    """Return a tracer that sends to the collector at `endpoint`, such as `http://collector:4318`."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - tests need none

    return OtelTracer(
        OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces", timeout=_EXPORT_SECONDS), version=version
    )


def _named(attributes: dict[str, str | int]) -> dict[str, str | int]:
    return {name.replace("_", "."): value for name, value in attributes.items()}
