export interface Dated {
  created_at: string;
  read_at: string | null;
}

export interface Day<Item> {
  /** Midnight of the day, where the reader is. */
  date: Date;
  items: Item[];
}

const midnight = (iso: string): number => new Date(iso).setHours(0, 0, 0, 0);

/** Groups by the reader's days, in the order given; in each day what is unread comes first. */
export function byDay<Item extends Dated>(items: Item[]): Day<Item>[] {
  const days = new Map<number, Item[]>();
  for (const item of items) {
    const day = midnight(item.created_at);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, list]) => ({
    date: new Date(day),
    items: [...list.filter(({ read_at }) => !read_at), ...list.filter(({ read_at }) => read_at)],
  }));
}

/** 0 for today, 1 for yesterday; counted in days of the calendar, which may have 23 or 25 hours. */
export function daysAgo(date: Date, now = new Date()): number {
  return Math.round((new Date(now).setHours(0, 0, 0, 0) - date.getTime()) / 86_400_000);
}
