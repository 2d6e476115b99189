import {
  closestCenter,
  DndContext,
  DragOverlay,
  pointerWithin,
  useDraggable,
  useDroppable,
  type CollisionDetection,
} from '@dnd-kit/core';
import { ActionIcon, Group, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import {
  memo,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { DocumentOut } from '../../api';
import { announce } from '../../ui';
import { SILENT, useDragSensors } from '../../ui/drag';
import { moveSection, type DraftSection } from './content';
import classes from './editor.module.css';
import { FieldInput } from './FieldInput';
import { headingKey } from './fields';
import { PageMark } from './PageMark';
import type { EditorStore } from './store';
import { t } from './strings';

interface SectionOrderProps {
  store: EditorStore;
  sections: DraftSection[];
  /** What the service said last: with it the verdicts change. */
  saved: DocumentOut;
  children: (section: DraftSection) => ReactNode;
}

/** Where a section would go: shown by a line while the pointer drags it, by its place while keys do. */
interface Lifted {
  key: string;
  to: number;
  by: 'pointer' | 'keys';
}

/** The sections in their order, which a drag, keys and buttons change alike: each is one step of undo. */
export function SectionOrder({ store, sections, saved, children }: SectionOrderProps) {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const helpId = useId();
  const sensors = useDragSensors();
  const count = sections.length;
  const placeOf = (key: string) => sections.findIndex((section) => section.key === key);
  const titleOf = (key: string) => nameOf(sections[placeOf(key)]);
  const move = (key: string, to: number) => {
    store.change(moveSection(store.getState().draft, key, to));
    announce(t.actions.moved(titleOf(key), to + 1, count));
  };
  const lift = (key: string, by: Lifted['by']) => {
    const to = placeOf(key);
    setLifted({ key, to, by });
    announce(t.order.lifted(titleOf(key), to + 1, count));
  };
  const go = (to: number) => {
    if (!lifted || to < 0 || to >= count || to === lifted.to) return;
    setLifted({ ...lifted, to });
    announce(t.actions.moved(titleOf(lifted.key), to + 1, count));
  };
  const cancel = () => {
    if (!lifted) return;
    setLifted(null);
    announce(t.order.cancelled(titleOf(lifted.key), placeOf(lifted.key) + 1, count));
  };
  const drop = () => {
    if (!lifted) return;
    setLifted(null);
    store.change(moveSection(store.getState().draft, lifted.key, lifted.to));
    announce(t.order.dropped(titleOf(lifted.key), lifted.to + 1, count));
  };
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    const isLifted = lifted?.key === key;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (isLifted) drop();
      else lift(key, 'keys');
    } else if (isLifted && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      go(lifted.to + (event.key === 'ArrowUp' ? -1 : 1));
    } else if (isLifted && (event.key === 'Escape' || event.key === 'Tab')) {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      cancel();
    }
  };
  const byKeys = lifted?.by === 'keys' ? lifted : null;
  // A section that changes places is taken out of the page for a moment: the focus comes back to it.
  const [followed, setFollowed] = useState<string | null>(null);
  const following = byKeys?.key ?? followed;
  const shown = byKeys ? moved(sections, byKeys) : sections;
  const at = following ? shown.findIndex(({ key }) => key === following) : -1;
  useEffect(() => {
    if (following) document.getElementById(handleId(following))?.focus();
  }, [following, at]);
  const doing: Handlers = {
    onKeyDown: (event, key) => {
      setFollowed(key);
      onKeyDown(event, key);
    },
    onBlur: (next, key) => {
      if (!next) return;
      setFollowed(null);
      if (byKeys?.key === key) cancel();
    },
    onMove: (key, by) => move(key, placeOf(key) + by),
  };
  const latest = useRef(doing);
  useLayoutEffect(() => {
    latest.current = doing;
  });
  const [handlers] = useState<Handlers>(() => ({
    onKeyDown: (event, key) => latest.current.onKeyDown(event, key),
    onBlur: (next, key) => latest.current.onBlur(next, key),
    onMove: (key, by) => latest.current.onMove(key, by),
  }));
  const dropping = lifted?.by === 'pointer' && lifted.to !== placeOf(lifted.key) ? lifted : null;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: t.order.help } }}
      onDragStart={({ active }) => lift(String(active.id), 'pointer')}
      onDragOver={({ over }) => over && go(placeOf(String(over.id)))}
      onDragEnd={({ over }) => (over ? drop() : cancel())}
      onDragCancel={cancel}
    >
      <VisuallyHidden id={helpId}>{t.order.help}</VisuallyHidden>
      {shown.map((section, index) => (
        <Movable
          key={section.key}
          store={store}
          section={section}
          saved={saved}
          isFirst={index === 0}
          isLast={index === count - 1}
          isLifted={lifted?.key === section.key}
          dropsAt={
            dropping && sections[dropping.to] === section
              ? dropping.to < placeOf(dropping.key)
                ? 'before'
                : 'after'
              : undefined
          }
          helpId={helpId}
          handlers={handlers}
          content={children}
        />
      ))}
      <DragOverlay dropAnimation={null}>
        {lifted?.by === 'pointer' && (
          <Text fw={700} className={classes.dragged}>
            {titleOf(lifted.key)}
          </Text>
        )}
      </DragOverlay>
    </DndContext>
  );
}

const handleId = (key: string) => `handle-${key}`;

function moved(sections: DraftSection[], { key, to }: Lifted): DraftSection[] {
  const from = sections.findIndex((section) => section.key === key);
  return from < 0 ? sections : sections.toSpliced(from, 1).toSpliced(to, 0, sections[from]!);
}

/** The section under the pointer; beside them all, the nearest. */
const underPointer: CollisionDetection = (given) => {
  const hits = pointerWithin(given);
  return hits.length ? hits : closestCenter(given);
};

const nameOf = (section: DraftSection | undefined): string => section?.title.trim() || t.order.untitled;

interface MovableProps {
  store: EditorStore;
  section: DraftSection;
  isFirst: boolean;
  isLast: boolean;
  isLifted: boolean;
  dropsAt: 'before' | 'after' | undefined;
  helpId: string;
  saved: DocumentOut;
  handlers: Handlers;
  content: (section: DraftSection) => ReactNode;
}

interface Handlers {
  onKeyDown: (event: KeyboardEvent, key: string) => void;
  onBlur: (next: Element | null, key: string) => void;
  onMove: (key: string, by: -1 | 1) => void;
}

const Movable = memo(function Movable({ store, section, handlers, ...props }: MovableProps) {
  const { key } = section;
  const title = nameOf(section);
  const name = headingKey(section);
  const { setNodeRef: setHandle, listeners } = useDraggable({ id: key });
  const { setNodeRef } = useDroppable({ id: key });
  return (
    <section
      ref={setNodeRef}
      className={classes.section}
      data-lifted={props.isLifted || undefined}
      data-drop={props.dropsAt}
    >
      <PageMark at={key} />
      {section.kind !== 'letter' && (
        <Group justify="space-between" align="flex-start" wrap="nowrap" className={classes.sectionHead}>
          <Group gap={4} wrap="nowrap" align="flex-start" flex={1}>
            <ActionIcon
              ref={setHandle}
              id={handleId(key)}
              variant="subtle"
              color="gray"
              c="dimmed"
              size={26}
              className={classes.handle}
              aria-label={t.order.handle(title)}
              aria-describedby={props.helpId}
              aria-pressed={props.isLifted}
              {...listeners}
              onKeyDown={(event) => handlers.onKeyDown(event, key)}
              onBlur={(event) => handlers.onBlur(event.relatedTarget, key)}
            >
              <IconGripVertical size={16} aria-hidden />
            </ActionIcon>
            <Title order={3} className={classes.heading}>
              <FieldInput
                store={store}
                name={name}
                kind="heading"
                label={t.fields.of(t.fields.heading, title)}
                text={section.title}
                judged={store.fieldVerdict(name, section.title)}
                look="heading"
              />
            </Title>
          </Group>
          <Group gap={2} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              color="gray"
              c="dimmed"
              size={26}
              aria-label={t.actions.sectionUp(title)}
              disabled={props.isFirst}
              onClick={() => handlers.onMove(key, -1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              c="dimmed"
              size={26}
              aria-label={t.actions.sectionDown(title)}
              disabled={props.isLast}
              onClick={() => handlers.onMove(key, 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
      )}
      {props.content(section)}
    </section>
  );
});
