/** An answer that is not good, or none at all (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    /** What is wrong with each field of the request, under its name. */
    readonly fields: Record<string, string> = {},
    /** Seconds to wait before trying again. */
    readonly retryAfter?: number,
  ) {
    super(detail);
  }
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  json?: unknown;
  form?: FormData;
  /** A body as it stands. */
  text?: string;
  headers?: Record<string, string>;
}

/** Sends a request to this origin with the session's cookie, and gives the answer whatever its status. */
export async function send(path: string, call: Call = {}): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'X-Requested-With': 'console',
    ...call.headers,
  };
  let body: BodyInit | undefined = call.form ?? call.text;
  if (call.json !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(call.json);
  }
  try {
    return await fetch(path, { method: call.method ?? 'GET', headers, body, credentials: 'same-origin' });
  } catch {
    throw new ApiError(0, 'The server does not answer. Check the connection and try again.');
  }
}

/** The JSON of a good answer; undefined where it has no body. */
export async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) {
    throw failure(response, body);
  }
  return body as T;
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failure(response: Response, body: unknown): ApiError {
  const answer = (body ?? {}) as Record<string, unknown>;
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer)) {
    if (Array.isArray(value)) {
      fields[name] = value.join(' ');
    }
  }
  const detail = typeof answer['detail'] === 'string' ? answer['detail'] : `The server answered ${response.status}.`;
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new ApiError(response.status, detail, fields, retryAfter > 0 ? retryAfter : undefined);
}
