import { describe, expect, it } from 'vitest';
import { calendarFile } from './ics';

const NOW = Date.UTC(2026, 10, 21, 12);

describe('calendarFile', () => {
  it('writes an event in UTC, an hour long where its end is not known', () => {
    const file = calendarFile({ id: '7', title: 'Call', start: '2026-11-24T15:00:00+01:00' }, NOW);
    expect(file.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//JobWise//JobWise//EN',
      'BEGIN:VEVENT',
      'UID:7@jobwise',
      'DTSTAMP:20261121T120000Z',
      'DTSTART:20261124T140000Z',
      'DTEND:20261124T150000Z',
      'SUMMARY:Call',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    expect(
      calendarFile({ id: '7', title: 'Ask', start: '2026-11-24T15:00:00Z', end: null }, NOW),
    ).not.toContain('DTEND');
  });

  it('escapes what has a meaning and folds long lines between characters', () => {
    const text = `Room 3; bring: a\\b, c\nand ${'ü'.repeat(80)}`;
    const file = calendarFile({ id: '7', title: 'Talk', start: '2026-11-24T15:00:00Z', text }, NOW);
    const lines = file.split('\r\n');
    const encoder = new TextEncoder();
    expect(Math.max(...lines.map((line) => encoder.encode(line).length))).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(
      `DESCRIPTION:Room 3\\; bring: a\\\\b\\, c\\nand ${'ü'.repeat(80)}`,
    );
  });
});
