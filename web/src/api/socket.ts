import { ApiError } from './errors';
import { client, read } from './client';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15_000;
/** Proxies cut lines that are silent for a minute. */
const PING_EVERY = 25_000;
/** Not the caller's, or not there: another try ends the same way. */
const REFUSED = [4403, 4404];

interface SocketCallbacks {
  /** The path with what is to be replayed; asked for anew at each connection. */
  path: () => string;
  /** One message of the service, parsed. */
  onFrame: (frame: unknown) => void;
  /** The line came up, or went down: then the caller polls until it is up again. */
  onState: (isUp: boolean) => void;
  /** The service has said all it will ever say, or refuses. */
  isOver: () => boolean;
}

/**
 * Keeps a socket of the service open until it is stopped: signs in with a ticket of one use, comes back after every
 * drop, ever more slowly, and at once when the browser is online again. Returns the function that stops it.
 */
export function connect({ path, onFrame, onState, isOver }: SocketCallbacks): () => void {
  const stop = new AbortController();
  let wait = FIRST_WAIT;
  void run();
  return () => stop.abort();

  async function run(): Promise<void> {
    while (!stop.signal.aborted && !isOver()) {
      const code = await visit();
      if (stop.signal.aborted || REFUSED.includes(code) || isOver()) return;
      onState(false);
      await pause(wait, stop.signal);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  /** One connection, from its ticket to its end; returns the code it was closed with. */
  async function visit(): Promise<number> {
    let ticket: string;
    try {
      ({ ticket } = await read(client.POST('/api/v1/auth/ws-ticket')));
    } catch (error) {
      // Without a ticket there is no line: the same as a dropped one, unless the account may not have it at all.
      return error instanceof ApiError && error.status === 403 ? 4403 : 1006;
    }
    if (stop.signal.aborted) return 1000;
    const address = new URL(path(), location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    address.searchParams.set('ticket', ticket);
    const socket = new WebSocket(address);
    const ping = setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.send('{"type":"ping"}');
    }, PING_EVERY);
    const end = () => socket.close();
    stop.signal.addEventListener('abort', end, { once: true });
    return await new Promise((resolve) => {
      socket.addEventListener('open', () => {
        wait = FIRST_WAIT;
        onState(true);
      });
      socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
        if (!stop.signal.aborted) onFrame(JSON.parse(data));
      });
      socket.addEventListener('close', ({ code }) => {
        clearInterval(ping);
        stop.signal.removeEventListener('abort', end);
        resolve(code);
      });
    });
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
    window.addEventListener('online', done);
  });
}
