/**
 * Who is signed in. The access token lives in memory only; the refresh token in a cookie that no script can read
 * (`SameSite=Strict`, for `/api/v1/auth` alone). Other tabs are told of sign-in and sign-out.
 */
import { useSyncExternalStore } from 'react';
import { ApiError, errorOf, SessionEndedError } from './errors';
import { t } from '../strings';
import type { SignedInOut, UserOut } from './schema';
import { forgetUnsaved } from './unsaved';

export type SessionStatus =
  /** Not asked yet. */
  | 'unknown'
  | 'signed-out'
  | 'signed-in'
  /** The session ended while somebody was working: the page stays, a dialog asks for the password. */
  | 'expired'
  /** The service could not be reached to ask. */
  | 'unreachable';

export interface Session {
  status: SessionStatus;
  user: UserOut | null;
}

const BASE = '/api/v1/auth';
const EARLY_SECONDS = 30;

let session: Session = { status: 'unknown', user: null };
let token = '';
let expiresAt = 0;
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();
const waiting = new Set<{ resolve: () => void; reject: (reason: Error) => void }>();
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('jobwise-session');

type TabMessage = { kind: 'signed-out' } | { kind: 'signed-in'; userId: string };

tabs?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
  if (data.kind === 'signed-out' && session.status === 'signed-in') leave();
  if (data.kind === 'signed-in' && session.status !== 'signed-in') {
    if (session.user && session.user.id !== data.userId) location.reload();
    else void refresh();
  }
});

function set(next: Session): void {
  session = next;
  listeners.forEach((listener) => listener());
}

const MARK = 'jobwise-signed-in';

/** Whether asking for a session is worth a request: the cookie itself no script can see. */
function mayHaveCookie(): boolean {
  try {
    return localStorage.getItem(MARK) === '1';
  } catch {
    return true;
  }
}

function mark(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(MARK, '1');
    else localStorage.removeItem(MARK);
  } catch {
    // Without storage every start asks, which is only slower.
  }
}

declare global {
  interface Window {
    /** The answer to the refresh that `public/first.js` asked for, under the same lock, before the client was there. */
    jobwiseRefresh?: Promise<Response> | undefined;
  }
}

/** Takes up the session of an earlier visit, if there is one. */
export function start(): void {
  const asked = window.jobwiseRefresh;
  delete window.jobwiseRefresh;
  if (asked) void refresh(() => entered(asked));
  else if (mayHaveCookie()) void refresh();
  else set({ status: 'signed-out', user: null });
}

/** Runs `read` as soon as somebody is signed in; not at all where nobody is, for only a page asks for a password. */
export function onceSignedIn(read: () => void): void {
  if (session.status === 'signed-in') read();
  else if (session.status === 'unknown' && refreshing) void refreshing.then((isIn) => isIn && read());
}

function leave(): void {
  forgetUnsaved();
  token = '';
  mark(false);
  set({ status: 'signed-out', user: null });
  waiting.forEach(({ reject }) => reject(new SessionEndedError()));
  waiting.clear();
}

function enter(answer: SignedInOut): void {
  // Whatever is on the page belongs to the one who was here before.
  if (session.user && session.user.id !== answer.user.id) {
    forgetUnsaved();
    location.assign('/dashboard');
    return;
  }
  mark(true);
  token = answer.access_token;
  expiresAt = Date.now() + answer.expires_in * 1000;
  set({ status: 'signed-in', user: answer.user });
  waiting.forEach(({ resolve }) => resolve());
  waiting.clear();
}

async function post(path: string, body: unknown): Promise<Response> {
  try {
    // eslint-disable-next-line no-restricted-globals -- the client of src/api stands on this module
    return await fetch(`${BASE}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
      // A refresh token is spent by its use: a reload must not lose the answer that carries the next one.
      keepalive: true,
    });
  } catch {
    throw new ApiError(0, 'offline', t.errors.offline);
  }
}

async function signInWith(path: string, body: unknown): Promise<void> {
  const response = await post(`${path}?cookie=true`, body);
  if (!response.ok) throw await errorOf(response);
  const answer = (await response.json()) as SignedInOut;
  enter(answer);
  tabs?.postMessage({ kind: 'signed-in', userId: answer.user.id } satisfies TabMessage);
}

export const signIn = (email: string, password: string): Promise<void> =>
  signInWith('/login', { email, password });

export const register = (email: string, password: string, fullName: string): Promise<void> =>
  signInWith('/register', { email, password, full_name: fullName });

/** Calls one of the routes that need no sign-in: a forgotten password, an address to verify. */
export async function askWithoutSession(path: string, body: unknown): Promise<void> {
  const response = await post(path, body);
  if (!response.ok) throw await errorOf(response);
}

export async function signOut(): Promise<void> {
  try {
    await post('/logout', {});
  } finally {
    leave();
    tabs?.postMessage({ kind: 'signed-out' } satisfies TabMessage);
  }
}

/** For the account that was just deleted, and for every device signed out at once: the server has ended it already. */
export function forget(): void {
  leave();
  tabs?.postMessage({ kind: 'signed-out' } satisfies TabMessage);
}

/** Gets a new access token with the cookie; one tab and one call at a time, for each use spends the cookie. */
export function refresh(work = () => exclusively(spendCookie)): Promise<boolean> {
  refreshing ??= work().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

const spendCookie = (): Promise<boolean> => entered(post('/refresh?cookie=true', {}));

/** Goes by the answer to a refresh; tells whether somebody is signed in then. */
async function entered(asked: Promise<Response>): Promise<boolean> {
  let response: Response;
  try {
    response = await asked;
  } catch {
    if (session.status === 'unknown') set({ status: 'unreachable', user: null });
    return false;
  }
  if (response.ok) {
    enter((await response.json()) as SignedInOut);
    return true;
  }
  if (response.status === 401 || response.status === 403) {
    token = '';
    if (session.user) set({ status: 'expired', user: session.user });
    else leave();
  } else if (session.status === 'unknown') {
    set({ status: 'unreachable', user: null });
  }
  return false;
}

/** Locks need a secure context; on plain HTTP in a home network only tabs opened in the same instant could collide. */
async function exclusively(work: () => Promise<boolean>): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? await locks.request('jobwise-refresh', work) : await work();
}

/** Returns a token that will not expire within the next half minute; waits for a new sign-in where there is none. */
export async function freshToken(): Promise<string> {
  if (token && Date.now() < expiresAt - EARLY_SECONDS * 1000) return token;
  if (session.status === 'signed-out') throw new SessionEndedError();
  if (session.status !== 'expired' && (await refresh())) return token;
  if (session.status === 'expired') {
    await signedIn();
    return token;
  }
  // Offline: the old token may still do, and the request itself will tell.
  return token;
}

/** Called for a request that the server no longer lets in: returns a new token, after a new sign-in if need be. */
export async function renewedToken(refused: string): Promise<string> {
  if (token && token !== refused) return token;
  if (session.status !== 'expired' && (await refresh())) return token;
  if (session.status === 'expired') await signedIn();
  return token;
}

function signedIn(): Promise<void> {
  return new Promise((resolve, reject) => waiting.add({ resolve, reject }));
}

/** Puts a changed account into the session. */
export function setUser(user: UserOut): void {
  set({ ...session, user });
}

export function getSession(): Session {
  return session;
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, getSession);
}

/** The signed-in account; for pages behind the sign-in. */
export function useUser(): UserOut {
  const { user } = useSession();
  if (!user) throw new SessionEndedError();
  return user;
}
