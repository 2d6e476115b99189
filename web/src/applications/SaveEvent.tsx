import { ActionIcon } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { saveFile } from '../api';
import { calendarFile, type CalendarEvent } from './ics';
import { t } from './strings';

/** Hands one event to the calendar of this device. */
export function SaveEvent({ event }: { event: CalendarEvent }) {
  const save = () =>
    saveFile({
      blob: new Blob([calendarFile(event)], { type: 'text/calendar;charset=utf-8' }),
      filename: 'jobwise-event.ics',
    });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="dimmed"
      size={28}
      aria-label={t.detail.calendar(event.title)}
      title={t.detail.calendar(event.title)}
      onClick={save}
    >
      <IconCalendarPlus size={15} aria-hidden />
    </ActionIcon>
  );
}
