import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/errors';

const QUIET_MILLISECONDS = 900;
const LONGEST_MILLISECONDS = 2000;
const RETRY_MILLISECONDS = 5000;

export interface Autosave {
  isSaving: boolean;
  error: unknown;
  savedAt: Date | null;
  retry: () => void;
}

interface AutosaveOptions {
  /** What waits to be saved, another object after each edit; `null` where nothing does. */
  pending: object | null;
  /** Saves the latest state; one call at a time. */
  save: () => Promise<void>;
  /** Holds saving back, while somebody decides. */
  isPaused?: boolean;
}

/**
 * Saves a moment after the last edit, and every two seconds while edits go on; at once when the page is hidden or left.
 * While the service is away it tries again by itself; a refusal waits for the next edit or `retry`.
 */
export function useAutosave({ pending, save, isPaused = false }: AutosaveOptions): Autosave {
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown; of: object } | null>(null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const since = useRef(0);
  const latest = useRef({ pending, save, isPaused });
  const running = useRef(false);
  useEffect(() => {
    latest.current = { pending, save, isPaused };
  });

  const run = useCallback(async () => {
    const { pending: given, save: saving, isPaused: isHeld } = latest.current;
    if (!given || isHeld || running.current) return;
    running.current = true;
    since.current = 0;
    setSaving(true);
    try {
      await saving();
      setFailure(null);
      setSavedAt(new Date());
    } catch (error) {
      setFailure({ error, of: given });
    } finally {
      running.current = false;
      setSaving(false);
    }
  }, []);

  const mayPass =
    failure?.error instanceof ApiError && (failure.error.isOffline || failure.error.status >= 500);
  const isRefused = failure !== null && !mayPass && failure.of === pending;
  useEffect(() => {
    if (!pending || isPaused || isSaving || isRefused) return;
    since.current ||= Date.now();
    const left = since.current + LONGEST_MILLISECONDS - Date.now();
    const wait = failure && mayPass ? RETRY_MILLISECONDS : Math.max(0, Math.min(QUIET_MILLISECONDS, left));
    const timer = setTimeout(() => void run(), wait);
    return () => clearTimeout(timer);
  }, [pending, isPaused, isSaving, isRefused, mayPass, failure, run]);

  useEffect(() => {
    const flush = () => void run();
    const flushHidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', flushHidden);
    window.addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', flushHidden);
      window.removeEventListener('online', flush);
      flush();
    };
  }, [run]);

  return { isSaving, error: failure?.error ?? null, savedAt, retry: () => void run() };
}
