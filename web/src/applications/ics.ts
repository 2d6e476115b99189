const OCTETS = 75;
const HOUR = 3_600_000;

export interface CalendarEvent {
  /** The same as in the calendar feed, so that a calendar with both shows it once. */
  id: string;
  title: string;
  start: string;
  /** An hour after the start, where it is not known; null is a moment without length. */
  end?: string | null;
  place?: string;
  text?: string;
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\n|\r/g, '\\n');

/** "20261124T140000Z". */
const moment = (time: number): string => `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** A line of at most 75 octets, going on after a line break and a space; no character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let length = 0;
  let result = '';
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > OCTETS) {
      result += '\r\n ';
      length = 1;
    }
    result += character;
    length += octets;
  }
  return result;
}

/** One event as an iCalendar file (RFC 5545), in UTC. */
export function calendarFile(event: CalendarEvent, now = Date.now()): string {
  const { id, title, start, end, place, text } = event;
  const from = new Date(start).getTime();
  const to = end ? new Date(end).getTime() : end === undefined ? from + HOUR : null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//JobWise//JobWise//EN',
    'BEGIN:VEVENT',
    `UID:${id}@jobwise`,
    `DTSTAMP:${moment(now)}`,
    `DTSTART:${moment(from)}`,
    to !== null && `DTEND:${moment(to)}`,
    `SUMMARY:${escaped(title)}`,
    place && `LOCATION:${escaped(place)}`,
    text && `DESCRIPTION:${escaped(text)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].filter((line): line is string => Boolean(line));
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
