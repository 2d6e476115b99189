import { describe, expect, it } from 'vitest';
import type { Application, BoardOut } from '../api';
import {
  cardBefore,
  filtered,
  matches,
  moved,
  neighbour,
  placeOf,
  placeOnAll,
  sharing,
  STATUSES,
  type Status,
} from './board';

const card = (id: string, status: Status, extra: Partial<Application> = {}) =>
  ({
    id,
    status,
    notes: '',
    deadline: null,
    job: { title: `Title ${id}`, company: 'Acme' },
    ...extra,
  }) as Application;

function boardOf(cards: Partial<Record<Status, string[]>>): BoardOut {
  const columns = STATUSES.map((status) => {
    const items = (cards[status] ?? []).map((id) => card(id, status));
    return { status, items, count: items.length };
  });
  return { columns, total: columns.reduce((sum, { count }) => sum + count, 0) };
}

const idsOf = (board: BoardOut, status: Status) =>
  board.columns.find((column) => column.status === status)?.items.map(({ id }) => id);

const board = boardOf({ interested: ['a', 'b', 'c'], interviewing: ['d'] });

describe('the board', () => {
  it('keeps the very cards that are as before, wherever they stand now', () => {
    const fresh = JSON.parse(
      JSON.stringify(moved(board, 'a', { status: 'interviewing', index: 0 })),
    ) as BoardOut;
    const after = sharing(board, fresh);
    expect(after).toEqual(fresh);
    const cardsOf = ({ columns }: BoardOut) => columns.flatMap(({ items }) => items);
    const isOld = cardsOf(after).map((one) => [one.id, cardsOf(board).includes(one)]);
    expect(Object.fromEntries(isOld)).toEqual({ a: false, b: true, c: true, d: true });
    expect(sharing(undefined, fresh)).toEqual(fresh);
  });
  it('moves a card within its column', () => {
    const after = moved(board, 'a', { status: 'interested', index: 2 });
    expect(idsOf(after, 'interested')).toEqual(['b', 'c', 'a']);
    expect(cardBefore(after, 'a')).toBe('c');
  });

  it('moves a card to another column, and the counts and its status follow', () => {
    const after = moved(board, 'b', { status: 'interviewing', index: 0 });
    expect(idsOf(after, 'interviewing')).toEqual(['b', 'd']);
    expect(after.columns.map(({ count }) => count)).toEqual([2, 0, 2, 0, 0, 0]);
    expect(after.columns[2]?.items[0]?.status).toBe('interviewing');
    expect(cardBefore(after, 'b')).toBeNull();
  });

  it('leaves the board alone where there is no such card', () => {
    expect(moved(board, 'z', { status: 'offer', index: 0 })).toBe(board);
    expect(placeOf(board, 'z')).toBeNull();
  });

  it('goes with the arrow keys to places that exist, and to empty columns', () => {
    expect(neighbour(board, 'b', 'ArrowUp')).toEqual({ status: 'interested', index: 0 });
    expect(neighbour(board, 'a', 'ArrowUp')).toBeNull();
    expect(neighbour(board, 'c', 'ArrowDown')).toBeNull();
    expect(neighbour(board, 'c', 'ArrowRight')).toEqual({ status: 'applied', index: 0 });
    expect(neighbour(board, 'd', 'ArrowLeft')).toEqual({ status: 'applied', index: 0 });
    expect(neighbour(board, 'a', 'ArrowLeft')).toBeNull();
  });

  it('finds a place of the filtered board on the whole one', () => {
    const shown = moved(boardOf({ interested: ['b', 'c'] }), 'b', { status: 'interested', index: 1 });
    expect(placeOnAll(board, shown, 'b')).toEqual({ status: 'interested', index: 2 });
    const first = moved(boardOf({ interested: ['c'] }), 'c', { status: 'offer', index: 0 });
    expect(placeOnAll(board, first, 'c')).toEqual({ status: 'offer', index: 0 });
  });

  it('filters by words and by the deadline of the application or of its job', () => {
    const now = Date.parse('2026-03-10T00:00:00Z');
    const soon = card('x', 'applied', { deadline: '2026-03-14T12:00:00Z' });
    expect(matches(soon, { q: 'ACME', dueDays: 7 }, now)).toBe(true);
    expect(matches(soon, { q: '', dueDays: 2 }, now)).toBe(false);
    expect(matches(card('y', 'applied'), { q: '', dueDays: 7 }, now)).toBe(false);
    expect(filtered(board, { q: 'title b', dueDays: null }).total).toBe(1);
  });
});
