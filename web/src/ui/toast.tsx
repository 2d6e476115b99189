import { Button, Group, List, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { BulkFailure } from '../api';
import { ApiError, messageOf } from '../api/errors';
import { useSyncExternalStore, type ReactNode } from 'react';
import { t } from '../strings';
import { CopyRequestId } from './CopyRequestId';

const UNDO_MILLISECONDS = 8000;
const ANSWER_MILLISECONDS = 30_000;
const READ_MILLISECONDS = 5000;
const closeButtonProps = { 'aria-label': t.toast.close };

export function showMessage(message: string): void {
  notifications.show({ message, autoClose: READ_MILLISECONDS, withBorder: true, closeButtonProps });
}

/** Failures stay until they are closed. */
export function showError(error: unknown): void {
  const requestId = error instanceof ApiError ? error.requestId : '';
  notifications.show({
    title: t.errors.title,
    color: 'red',
    autoClose: false,
    withBorder: true,
    closeButtonProps,
    role: 'alert',
    message: (
      <>
        <Text size="sm">{messageOf(error)}</Text>
        {requestId && <CopyRequestId id={requestId} />}
      </>
    ),
  });
}

/** What of several things did not go, each with its reason; stays until it is closed. */
export function showFailures(
  title: string,
  failures: readonly BulkFailure[],
  nameOf: (id: string) => string,
): void {
  notifications.show({
    title,
    color: 'red',
    autoClose: false,
    withBorder: true,
    closeButtonProps,
    role: 'alert',
    message: (
      <List size="sm">
        {failures.map(({ id, message }) => (
          <List.Item key={id} dir="auto">
            {nameOf(id)}: {message}
          </List.Item>
        ))}
      </List>
    ),
  });
}

/**
 * Tells that something was done, and takes it back for 8 seconds: longer while the pointer or the focus is on it, and
 * with Ctrl/Cmd+Z from anywhere outside a field. `commit` runs when the time is over; `undo` instead of it. Returns what
 * ends the time at once. `more` is shown below, and gives the time that it takes to read and answer it.
 */
export function showUndo(
  message: string,
  { undo, commit, more }: { undo: () => void; commit?: () => void; more?: ReactNode },
): () => void {
  let isUndone = false;
  const takeBack = () => {
    isUndone = true;
    undo();
    notifications.hide(id);
  };
  latestUndo = takeBack;
  const id = notifications.show({
    autoClose: more ? ANSWER_MILLISECONDS : UNDO_MILLISECONDS,
    withBorder: true,
    closeButtonProps,
    onClose: () => {
      if (latestUndo === takeBack) latestUndo = null;
      if (!isUndone) commit?.();
    },
    message: (
      <>
        <Group justify="space-between" wrap="nowrap" gap="md">
          <Text size="sm">{message}</Text>
          <Button size="compact-sm" variant="default" flex="none" onClick={takeBack}>
            {t.toast.undo}
          </Button>
        </Group>
        {more}
      </>
    ),
  });
  return () => notifications.hide(id);
}

let latestUndo: (() => void) | null = null;

/** Undoes the latest thing that can be; tells whether there was one. */
export function undoLatest(): boolean {
  // The undoing itself ends what can be undone: asked afterwards, there would be nothing.
  const undo = latestUndo;
  undo?.();
  return undo !== null;
}

let removed: ReadonlySet<string> = new Set();
const removalListeners = new Set<() => void>();

function setRemoved(next: ReadonlySet<string>): void {
  removed = next;
  removalListeners.forEach((listener) => listener());
}

/** Ids of what was deleted a moment ago and may still come back: lists leave them out. */
export function useRemoved(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      removalListeners.add(listener);
      return () => removalListeners.delete(listener);
    },
    () => removed,
  );
}

/** Gives what is left of a list, and how much there is, without what `useRemoved` tells. */
export function useLeft(): <T extends { id: string }>(list: {
  items: T[];
  total: number;
}) => {
  items: T[];
  total: number;
} {
  const gone = useRemoved();
  return ({ items: all, total }) => {
    const items = all.filter(({ id }) => !gone.has(id));
    return { items, total: total - (all.length - items.length) };
  };
}

interface Removal {
  ids: string[];
  message: string;
  /** Deletes on the server; runs when the time to undo is over. Returns the ids of what had to stay, if any did. */
  commit: () => Promise<readonly string[] | void>;
  onUndo?: () => void;
}

/** Takes things out of sight at once (`useRemoved`), and deletes them when nobody wanted them back. */
export function removeWithUndo({ ids, message, commit, onUndo }: Removal): void {
  const back = (stay: readonly string[] = ids) =>
    setRemoved(new Set([...removed].filter((id) => !stay.includes(id))));
  setRemoved(new Set([...removed, ...ids]));
  showUndo(message, {
    undo: () => {
      back();
      onUndo?.();
    },
    commit: () => {
      commit()
        .then((stay) => stay && back(stay))
        .catch((error: unknown) => {
          back();
          showError(error);
        });
    },
  });
}
