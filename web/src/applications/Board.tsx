import {
  DndContext,
  DragOverlay,
  pointerWithin,
  rectIntersection,
  useDroppable,
  type CollisionDetection,
  type DragOverEvent,
} from '@dnd-kit/core';
import { ActionIcon, Group, Tabs, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import {
  startTransition,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import type { BoardColumn, BoardOut } from '../api';
import { announce } from '../ui';
import { SILENT, useDragSensors } from '../ui/drag';
import {
  isEnded,
  moved,
  nameOf,
  neighbour,
  placeOf,
  placeOnAll,
  STATUSES,
  type Place,
  type Status,
} from './board';
import { BoardCard, CardFace, type CardHandlers } from './BoardCard';
import { t } from './strings';
import { useMoveCard } from './useMoveCard';
import { useIsNarrow } from './useIsNarrow';
import classes from './applications.module.css';

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

interface BoardProps {
  /** What the filters leave. */
  board: BoardOut;
  /** Everything: a card keeps its place among those that the filters hide. */
  all: BoardOut;
  only: Status | null;
  isFiltered: boolean;
  folded: Status[];
  onOnly: (status: Status) => void;
  onFolded: (folded: Status[]) => void;
}

/** Where a card is while it is dragged or lifted. */
interface Lifted {
  id: string;
  to: Place;
  by: 'pointer' | 'keys';
}

/** Columns by status; on phones one at a time. A card moves by mouse, touch, keys or its menu. */
export function Board({ board, all, only, isFiltered, folded, onOnly, onFolded }: BoardProps) {
  const isNarrow = useIsNarrow();
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const moveCard = useMoveCard(all);
  const helpId = useId();
  const sensors = useDragSensors();
  const cards = board.columns.flatMap(({ items }) => items);
  // Kept as it was found: a stage that empties while one looks at it does not go away.
  const [first] = useState(() => board.columns.find(({ count }) => count > 0)?.status ?? 'interested');
  const shown = lifted ? moved(board, lifted.id, lifted.to) : board;
  const nameFor = (id: string) => {
    const card = cards.find((item) => item.id === id);
    return card ? nameOf(card) : '';
  };
  const say = (text: typeof t.board.over, id: string, to: Place) => {
    const column = moved(board, id, to).columns.find(({ status }) => status === to.status);
    announce(text(nameFor(id), t.status[to.status], to.index + 1, column?.items.length ?? 1));
  };

  const lift = (id: string, by: Lifted['by']) => {
    const to = placeOf(board, id);
    if (!to) return;
    setLifted({ id, to, by });
    say(t.board.lifted, id, to);
  };
  const go = (to: Place | null) => {
    if (!lifted || !to || (to.status === lifted.to.status && to.index === lifted.to.index)) return;
    setLifted({ ...lifted, to });
    say(t.board.over, lifted.id, to);
  };
  const cancel = () => {
    if (!lifted) return;
    announce(t.board.cancelled(nameFor(lifted.id)));
    setLifted(null);
    if (lifted.by === 'keys') setFocus(lifted.id);
  };
  const drop = () => {
    if (!lifted) return;
    const to = placeOnAll(all, shown, lifted.id);
    announce(t.board.dropped(nameFor(lifted.id), t.status[lifted.to.status]));
    if (to) moveCard(lifted.id, to);
    setLifted(null);
    if (lifted.by === 'keys') setFocus(lifted.id);
  };

  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const isLifted = lifted?.id === id;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (isLifted) drop();
      else lift(id, 'keys');
    } else if (isLifted && ARROWS.includes(event.key)) {
      event.preventDefault();
      const to = neighbour(shown, id, event.key);
      go(to);
      if (to && isNarrow) onOnly(to.status);
    } else if (isLifted && (event.key === 'Escape' || event.key === 'Tab')) {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      cancel();
    }
  };

  // A card that goes to another column is made anew there: the focus has to follow it.
  const following = lifted?.by === 'keys' ? lifted.id : focus;
  const followedTo = following ? placeOf(shown, following) : null;
  useEffect(() => {
    if (following) document.getElementById(handleId(following))?.focus();
  }, [following, followedTo?.status, followedTo?.index]);

  const onDragOver = ({ active, over }: DragOverEvent) => {
    if (!over || !lifted) return;
    const id = String(active.id);
    const overId = String(over.id);
    const column = STATUSES.find((status) => columnId(status) === overId);
    if (column) {
      if (column === lifted.to.status) return;
      const size = shown.columns.find(({ status }) => status === column)?.items.length ?? 0;
      go({ status: column, index: size });
    } else if (overId !== id) go(placeOf(shown, overId));
  };

  const doing = {
    onKeyDown,
    onMove: (id: string, status: Status) => {
      moveCard(id, { status, index: 0 });
      if (!isNarrow) setFocus(id);
    },
  };
  const latest = useRef(doing);
  useLayoutEffect(() => {
    latest.current = doing;
  });
  // These stay the same, so that a step of one card does not draw the others again.
  const [handlers] = useState<CardHandlers>(() => ({
    onKeyDown: (event, id) => latest.current.onKeyDown(event, id),
    onBlur: () => setFocus(null),
    onMove: (id, status) => latest.current.onMove(id, status),
  }));
  const size = useGrowing(Math.max(...shown.columns.map(({ items }) => items.length)));

  const visible = shown.columns.filter(({ status }) => !only || status === only);
  const column = (one: BoardColumn) => {
    const isFolded = !isNarrow && isEnded(one.status) && folded.includes(one.status);
    return (
      <Column
        key={one.status}
        column={one}
        isFolded={isFolded}
        hidesHeading={isNarrow}
        isFiltered={isFiltered}
        onFold={() =>
          onFolded(isFolded ? folded.filter((status) => status !== one.status) : [...folded, one.status])
        }
      >
        {one.items.slice(0, size).map((card) => (
          <BoardCard
            key={card.id}
            application={card}
            handleId={handleId(card.id)}
            helpId={helpId}
            isLifted={lifted?.id === card.id}
            handlers={handlers}
          />
        ))}
      </Column>
    );
  };
  const active = only ?? first;
  const dragged = lifted?.by === 'pointer' ? cards.find(({ id }) => id === lifted.id) : undefined;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      // The board tells its moves itself, alike for every way to make them.
      accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: t.board.help } }}
      onDragStart={({ active: { id } }) => lift(String(id), 'pointer')}
      onDragOver={onDragOver}
      onDragEnd={({ over }) => (over ? drop() : cancel())}
      onDragCancel={cancel}
    >
      <VisuallyHidden id={helpId}>{t.board.help}</VisuallyHidden>
      {isNarrow ? (
        <Tabs value={active} onChange={(value) => onOnly(value as Status)} keepMounted={false}>
          <Tabs.List aria-label={t.board.stages} mb="md" className={classes.tabs}>
            {shown.columns.map(({ status, count }) => (
              <Tabs.Tab key={status} value={status} px="xs">
                {`${t.status[status]} ${count}`}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {shown.columns.map((one) => (
            <Tabs.Panel key={one.status} value={one.status}>
              {column(one)}
            </Tabs.Panel>
          ))}
        </Tabs>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="sm" aria-hidden>
            {t.board.help}
          </Text>
          {/* The board scrolls sideways in itself, which keys must be able to do as well. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={classes.board} role="group" aria-label={t.board.label} tabIndex={0}>
            {visible.map(column)}
          </div>
        </>
      )}
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className={classes.card} data-dragged>
            <CardFace application={dragged} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

const FIRST_CARDS = 8;
const MORE_CARDS = 12;

/** How many cards of a column are drawn: a screenful at once, then more and more, between which keys get through. */
function useGrowing(most: number): number {
  const [size, setSize] = useState(FIRST_CARDS);
  useEffect(() => {
    if (size < most) startTransition(() => setSize(size + MORE_CARDS));
  }, [size, most]);
  return size;
}

const columnId = (status: Status) => `column-${status}`;
const handleId = (id: string) => `handle-${id}`;

/** The card under the pointer; else the column. */
const underPointer: CollisionDetection = (given) => {
  const hits = pointerWithin(given);
  const found = hits.length ? hits : rectIntersection(given);
  const cards = found.filter(({ id }) => !String(id).startsWith('column-'));
  return cards.length ? cards : found;
};

interface ColumnProps {
  column: BoardColumn;
  isFolded: boolean;
  hidesHeading: boolean;
  isFiltered: boolean;
  onFold: () => void;
  children: React.ReactNode;
}

function Column({ column, isFolded, hidesHeading, isFiltered, onFold, children }: ColumnProps) {
  const { status, count } = column;
  const { setNodeRef, isOver } = useDroppable({ id: columnId(status) });
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  const heading = `heading-${status}`;
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      data-over={isOver || undefined}
      data-folded={isFolded || undefined}
      aria-labelledby={hidesHeading ? undefined : heading}
      aria-label={hidesHeading ? t.board.column(t.status[status], count) : undefined}
    >
      {!hidesHeading && (
        <Group justify="space-between" wrap="nowrap" gap={4} className={classes.columnHead}>
          <Title order={2} id={heading} className={classes.columnTitle}>
            {t.status[status]}
            <span className={classes.count}>{count}</span>
          </Title>
          {isEnded(status) && (
            <ActionIcon
              variant="subtle"
              color="gray"
              c="dimmed"
              size={26}
              aria-expanded={!isFolded}
              aria-label={(isFolded ? t.board.unfold : t.board.fold)(t.status[status])}
              onClick={onFold}
            >
              <Chevron size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      )}
      {!isFolded &&
        (count === 0 ? (
          <Text size="sm" c="dimmed" className={classes.belongs}>
            {isFiltered ? t.noneHere : t.belongs[status]}
          </Text>
        ) : (
          <ul className={classes.cards}>{children}</ul>
        ))}
    </section>
  );
}
