import createClient from 'openapi-fetch';
import { ApiError, errorOf } from './errors';
import { randomId } from './random';
import { t } from '../strings';
import type { paths } from './schema';
import { freshToken, renewedToken } from './session';

const LONGEST_WAIT_SECONDS = 5;

/**
 * `fetch` for signed-in callers: adds the token, renews it, waits for a new sign-in, obeys a short Retry-After, makes
 * creating requests safe to repeat, and throws an `ApiError` for every refusal.
 */
export async function authorizedFetch(request: Request): Promise<Response> {
  if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', randomId());
  }
  const token = await freshToken();
  const spare = request.clone();
  let response = await send(request, token);
  if (response.status === 401) response = await send(spare, await renewedToken(token));
  else if (response.status === 429 || response.status === 503) {
    const seconds = Number(response.headers.get('Retry-After')) || 0;
    if (seconds > 0 && seconds <= LONGEST_WAIT_SECONDS) {
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      response = await send(spare, token);
    }
  }
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function send(request: Request, token: string): Promise<Response> {
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  try {
    // eslint-disable-next-line no-restricted-globals -- this is the client of src/api
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new ApiError(0, 'offline', t.errors.offline);
  }
}

export const client = createClient<paths>({ fetch: authorizedFetch });

/** Unpacks an answer: `await read(client.GET('/api/v1/jobs/{job_id}', …))`. A refusal was thrown already. */
export async function read<Data>(answer: Promise<{ data?: Data }>): Promise<Data> {
  return (await answer).data as Data;
}

/** Gets a file or a picture of the API, with the name the server gives it. */
export async function readFile(
  path: string,
  init?: RequestInit,
): Promise<{ blob: Blob; filename: string; headers: Headers }> {
  const response = await authorizedFetch(new Request(path, init));
  const { headers } = response;
  return { blob: await response.blob(), filename: filenameOf(headers.get('Content-Disposition')), headers };
}

function filenameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'download';
}

/** Hands a file to the browser's downloads. */
export function saveFile({ blob, filename }: { blob: Blob; filename: string }): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  // The download has its own hold on the data by the time the queue is empty.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The body of an upload: `client.POST('/api/v1/resumes', form({ file }))`. */
export function form(parts: Record<string, string | File | null | undefined>): {
  body: never;
  bodySerializer: () => FormData;
} {
  const data = new FormData();
  for (const [name, value] of Object.entries(parts)) if (value != null) data.append(name, value);
  return { body: parts as never, bodySerializer: () => data };
}
