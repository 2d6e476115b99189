import { replaceEqualDeep } from '@tanstack/react-query';
import type { Application, BoardOut } from '../api';
import { nameOf as nameOfJob } from '../jobs/words';
import { t } from './strings';

export type Status = Application['status'];
export const STATUSES = Object.keys(t.status) as Status[];
const ENDED: readonly Status[] = ['rejected', 'closed'];
const DAY = 86_400_000;

/** What is open no more; such columns can be folded. */
export const isEnded = (status: Status): boolean => ENDED.includes(status);

export interface Place {
  status: Status;
  /** The place in its column, from 0. */
  index: number;
}

export interface BoardFilters {
  q: string;
  /** A deadline within so many days; null for any. */
  dueDays: number | null;
}

export const nameOf = ({ job }: Pick<Application, 'job'>): string =>
  nameOfJob({ title: job?.title ?? null, company: job?.company ?? null });

/** The application's own deadline, or else the last day to apply for the job, while that is still to be done. */
export const deadlineOf = ({
  status,
  deadline,
  job,
}: Pick<Application, 'status' | 'deadline' | 'job'>): string | null =>
  deadline ?? (status === 'interested' ? (job?.application_deadline ?? null) : null);

/** Since when it is in its stage. */
export const sinceOf = ({ status_since, saved_at }: Pick<Application, 'status_since' | 'saved_at'>): string =>
  status_since ?? saved_at;

export function placeOf(board: BoardOut, id: string): Place | null {
  for (const { status, items } of board.columns) {
    const index = items.findIndex((item) => item.id === id);
    if (index >= 0) return { status, index };
  }
  return null;
}

/** The board with one application at another place; the counts follow. */
export function moved(board: BoardOut, id: string, to: Place): BoardOut {
  const from = placeOf(board, id);
  const card = board.columns.flatMap(({ items }) => items).find((item) => item.id === id);
  if (!from || !card) return board;
  const isNew = from.status !== to.status;
  const status_since = isNew ? new Date().toISOString() : card.status_since;
  return {
    ...board,
    columns: board.columns.map((column) => {
      const items = column.items.filter((item) => item.id !== id);
      if (column.status === to.status)
        items.splice(to.index, 0, { ...card, status: to.status, status_since });
      const change = Number(column.status === to.status) - Number(column.status === from.status);
      return { ...column, items, count: column.count + change };
    }),
  };
}

/**
 * The board as it is now, with the very cards of the one before where they are equal: those need not be drawn again.
 * Left to itself the cache compares lists place by place, and each card after one that was moved would be a new one.
 */
export function sharing(before: BoardOut | undefined, now: BoardOut): BoardOut {
  const known = new Map(before?.columns.flatMap(({ items }) => items).map((card) => [card.id, card]));
  const columns = now.columns.map((column) => ({
    ...column,
    items: column.items.map((card) => replaceEqualDeep<Application>(known.get(card.id), card)),
  }));
  return { ...now, columns };
}

/** Where an arrow key takes a lifted card; null where it goes nowhere. */
export function neighbour(board: BoardOut, id: string, key: string): Place | null {
  const place = placeOf(board, id);
  if (!place) return null;
  const { status, index } = place;
  if (key === 'ArrowUp') return index > 0 ? { status, index: index - 1 } : null;
  const size = (of: Status) => board.columns.find((column) => column.status === of)?.items.length ?? 0;
  if (key === 'ArrowDown') return index < size(status) - 1 ? { status, index: index + 1 } : null;
  const step = key === 'ArrowLeft' ? -1 : 1;
  const next = STATUSES[STATUSES.indexOf(status) + step];
  return next ? { status: next, index: Math.min(index, size(next)) } : null;
}

/** The card it comes after, as the API wants to know it; null for the first place. */
export function cardBefore(board: BoardOut, id: string): string | null {
  const place = placeOf(board, id);
  const column = board.columns.find(({ status }) => status === place?.status);
  return (place && column?.items[place.index - 1]?.id) ?? null;
}

export function matches(application: Application, { q, dueDays }: BoardFilters, now = Date.now()): boolean {
  const text = [application.job?.title, application.job?.company, application.notes].join('\n').toLowerCase();
  if (!text.includes(q.trim().toLowerCase())) return false;
  if (dueDays === null) return true;
  const deadline = deadlineOf(application);
  return deadline !== null && new Date(deadline).getTime() < now + dueDays * DAY;
}

export function filtered(board: BoardOut, filters: BoardFilters): BoardOut {
  return kept(board, (item) => matches(item, filters));
}

/** The board without what was deleted a moment ago. */
export function without(board: BoardOut, removed: ReadonlySet<string>): BoardOut {
  return kept(board, ({ id }) => !removed.has(id));
}

function kept(board: BoardOut, isKept: (application: Application) => boolean): BoardOut {
  const columns = board.columns.map((column) => {
    const items = column.items.filter(isKept);
    return { ...column, items, count: items.length };
  });
  return { columns, total: columns.reduce((sum, { count }) => sum + count, 0) };
}

/** Where a place on a filtered board lies on the whole one: after the same card. */
export function placeOnAll(all: BoardOut, shown: BoardOut, id: string): Place | null {
  const place = placeOf(shown, id);
  if (!place) return null;
  const before = cardBefore(shown, id);
  const items = all.columns
    .find(({ status }) => status === place.status)
    ?.items.filter((item) => item.id !== id);
  return { status: place.status, index: (items?.findIndex((item) => item.id === before) ?? -1) + 1 };
}
