"""Metrics of the last hour's work, the same whichever instance is asked."""

from collections.abc import Iterable

from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from app.application.recent_work import RecentWork


class RecentWorkCollector(Collector):
    """Stages of generations, the use of language models and deliveries; nothing while that is not known."""

    def __init__(self) -> None:
        self.work: RecentWork | None = None

    def collect(self) -> Iterable[Metric]:
        """Yield counts and seconds of stages, calls and tokens of models, counts of deliveries."""
        stages = GaugeMetricFamily(
            "jobwise_stages_last_hour",
            "Stages of generations that began within an hour, by state.",
            labels=["stage", "status"],
        )
        seconds = GaugeMetricFamily(
            "jobwise_stage_seconds_last_hour", "How long those that ended took on average.", labels=["stage"]
        )
        calls = GaugeMetricFamily(
            "jobwise_llm_calls_last_hour",
            "Calls of language models within an hour, by outcome.",
            labels=["provider", "status"],
        )
        tokens = GaugeMetricFamily(
            "jobwise_llm_tokens_last_hour", "Tokens that those calls took.", labels=["provider", "direction"]
        )
        deliveries = GaugeMetricFamily(
            "jobwise_deliveries_last_hour",
            "Notifications to be delivered outside within an hour, by what became of them.",
            labels=["channel", "status"],
        )
        if self.work is not None:
            for (channel, outcome), count in sorted(self.work.deliveries.items()):
                deliveries.add_metric([channel, outcome], count)
            for (stage, status), count in sorted(self.work.stages.items()):
                stages.add_metric([stage, status], count)
            for name, average in sorted(self.work.seconds.items()):
                seconds.add_metric([name], average)
            spent: dict[tuple[str, str], int] = {}
            for use in self.work.llm:
                calls.add_metric([use.provider, use.status], use.calls)
                for direction, count in (("input", use.input_tokens), ("output", use.output_tokens)):
                    spent[use.provider, direction] = spent.get((use.provider, direction), 0) + count
            for labels, count in sorted(spent.items()):
                tokens.add_metric(labels, count)
        yield from (stages, seconds, calls, tokens, deliveries)
