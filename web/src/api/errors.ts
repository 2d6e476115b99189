import { t } from '../strings';

export interface FieldProblem {
  field: string;
  message: string;
}

/** An answer that was a refusal, or no answer at all (`status` 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly requestId = '',
    readonly retryAfterSeconds = 0,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** What is wrong with which field of the form, where the server said it. */
  get fields(): FieldProblem[] {
    const fields = this.details['fields'];
    return Array.isArray(fields) ? (fields as FieldProblem[]) : [];
  }

  get isOffline(): boolean {
    return this.status === 0;
  }
}

/** The caller left the page of a request that waited for a new sign-in. */
export class SessionEndedError extends Error {
  constructor() {
    super('The session ended');
    this.name = 'SessionEndedError';
  }
}

/** Reads the one error shape of the API. */
export async function errorOf(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('X-Request-ID') ?? '';
  const retryAfter = Number(response.headers.get('Retry-After')) || 0;
  const text = await response.text();
  try {
    const { error } = JSON.parse(text) as {
      error: { code: string; message: string; details?: Record<string, unknown> };
    };
    return new ApiError(
      response.status,
      error.code,
      error.message,
      error.details ?? {},
      requestId,
      retryAfter,
    );
  } catch {
    return new ApiError(response.status, 'http_error', t.errors.unreadable, {}, requestId, retryAfter);
  }
}

/** What to tell a person about any failure. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return t.errors.unexpected;
}
