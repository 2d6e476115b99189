"""A generation's history follows from its state."""

from datetime import timedelta

from app.domain.generations import FINAL_POSITION, STAGES, Generation
from app.domain.ids import uuid7
from tests.builders import NOON, make_generation


def stages_at(generation: Generation, after: int = 0) -> list[tuple[int, str, str]]:
    return [
        (position, state.status, " ".join(stage.status for stage in state.stages if stage.status != "pending"))
        for position, state in generation.history(after=after)
    ]


def test_a_new_generation_stands_at_the_first_position() -> None:
    generation = make_generation(uuid7())
    assert generation.position == 1
    assert stages_at(generation) == [(1, "pending", "")]
    assert stages_at(generation, after=1) == []


def test_every_start_and_finish_of_a_stage_is_a_position_of_its_own() -> None:
    generation = make_generation(uuid7())
    generation.start_stage("analyze_job", NOON)
    generation.finish_stage("analyze_job", NOON, "3 keywords")
    generation.start_stage("compile_profile", NOON)
    assert stages_at(generation) == [
        (1, "pending", ""),
        (2, "generating", "running"),
        (3, "generating", "completed"),
        (4, "generating", "completed running"),
    ]
    assert stages_at(generation, after=3) == [(4, "generating", "completed running")]
    assert [state.stages[0].message for _, state in generation.history(after=0)] == ["", "", "3 keywords", "3 keywords"]


def test_starting_a_stage_again_after_a_crash_is_no_new_position() -> None:
    generation = make_generation(uuid7())
    generation.start_stage("analyze_job", NOON)
    generation.start_stage("analyze_job", NOON + timedelta(seconds=20))
    assert generation.position == 2


def test_the_end_has_the_last_position_wherever_it_comes() -> None:
    failed = make_generation(uuid7())
    failed.start_stage("analyze_job", NOON)
    failed.end("failed", NOON, error_message="no")
    assert stages_at(failed, after=1) == [(2, "generating", "running"), (FINAL_POSITION, "failed", "failed")]
    completed = make_generation(uuid7())
    for name in STAGES:
        completed.start_stage(name, NOON)
        completed.finish_stage(name, NOON, "done")
    completed.document_id = uuid7()
    completed.end("completed", NOON)
    assert [position for position, _ in completed.history(after=0)] == list(range(1, FINAL_POSITION + 1))
    assert [state.document_id for _, state in completed.history(after=10)] == [None, completed.document_id]
    assert list(completed.history(after=FINAL_POSITION)) == []
