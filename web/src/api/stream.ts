import { EventSourceParserStream } from 'eventsource-parser/stream';
import { authorizedFetch } from './client';

export interface StreamEvent {
  name: string;
  data: unknown;
  id: string;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15_000;

/**
 * Follows a stream of the API until it is stopped: `onEvent` gets each event once (`Last-Event-ID` resumes), `onDrop`
 * hears of a lost connection, so that the caller can poll until the next event. Returns the function that stops it.
 */
export function follow(
  path: string,
  {
    onEvent,
    onDrop,
    isFinal,
  }: {
    onEvent: (event: StreamEvent) => void;
    onDrop?: () => void;
    isFinal?: (event: StreamEvent) => boolean;
  },
): () => void {
  const stop = new AbortController();
  void run();
  return () => stop.abort();

  async function run(): Promise<void> {
    let lastId = '';
    let wait = FIRST_WAIT;
    while (!stop.signal.aborted) {
      try {
        const headers: Record<string, string> = { Accept: 'text/event-stream' };
        if (lastId) headers['Last-Event-ID'] = lastId;
        const response = await authorizedFetch(new Request(path, { headers, signal: stop.signal }));
        const events = response
          .body!.pipeThrough(new TextDecoderStream())
          .pipeThrough(new EventSourceParserStream());
        const reader = events.getReader();
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          wait = FIRST_WAIT;
          lastId = next.value.id ?? lastId;
          const event = {
            name: next.value.event ?? 'message',
            data: JSON.parse(next.value.data) as unknown,
            id: lastId,
          };
          onEvent(event);
          if (isFinal?.(event)) return;
        }
      } catch {
        // A dropped line and a refusal end the same way: the caller polls, and this tries again, ever more slowly.
      }
      if (stop.signal.aborted) return;
      onDrop?.();
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }
}

/** Runs `begin` while the tab is in sight, and what it returns when it leaves: browsers give a host few connections. */
export function whileVisible(begin: () => () => void): () => void {
  let end: (() => void) | null = null;
  const update = () => {
    if (document.visibilityState === 'visible') end ??= begin();
    else {
      end?.();
      end = null;
    }
  };
  update();
  document.addEventListener('visibilitychange', update);
  return () => {
    document.removeEventListener('visibilitychange', update);
    end?.();
  };
}
