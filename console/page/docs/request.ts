import { type Call, send } from '../api/client';
import { authorization } from '../api/credential';
import { type Api, exampleOf, type Parameter, resolve, type Route } from './openapi';

/** What a person has filled in. */
export interface Draft {
  parameters: Record<string, string>;
  /** JSON, where the route takes JSON and no form. */
  json: string;
  form: Record<string, string>;
  files: Record<string, File>;
}

export interface Reply {
  status: number;
  type: string;
  body: string;
  milliseconds: number;
}

const FORM = 'multipart/form-data';
const SHOWN_CHARACTERS = 50_000;

/** The fields of a route's form; undefined where it takes none. */
export function formFields(api: Api, route: Route): { name: string; file: boolean; hint: string | undefined }[] | undefined {
  const schema = route.operation.requestBody?.content[FORM]?.schema;
  return (
    schema &&
    Object.entries(resolve(api, schema).properties ?? {}).map(([name, field]) => ({
      name,
      file: resolve(api, field).format === 'binary',
      hint: resolve(api, field).type === 'object' ? 'JSON' : undefined,
    }))
  );
}

export function emptyDraft(api: Api, route: Route): Draft {
  const schema = route.operation.requestBody?.content['application/json']?.schema;
  return {
    parameters: {},
    json: schema && !formFields(api, route) ? JSON.stringify(exampleOf(api, schema), null, 2) : '',
    form: {},
    files: {},
  };
}

/** Calls the route as it is filled in. */
export async function sendDraft(route: Route, draft: Draft): Promise<Reply> {
  const start = performance.now();
  const response = await send(address(route, draft), {
    method: route.method.toUpperCase() as NonNullable<Call['method']>,
    headers: { ...(await credentials(route)), ...headersOf(route, draft) },
    ...bodyOf(draft),
  });
  const body = await response.text();
  const type = response.headers.get('Content-Type') ?? '';
  return { status: response.status, type, body: shown(body, type), milliseconds: performance.now() - start };
}

/** Routes of the session go by its cookie; only where there is no other way a token is sent. */
async function credentials({ operation }: Route): Promise<Record<string, string>> {
  const schemes = (operation.security ?? [{ token: [] }]).flatMap((scheme) => Object.keys(scheme));
  return schemes.includes('token') && !schemes.includes('cookie') ? authorization() : {};
}

function address(route: Route, draft: Draft): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(draft.parameters[name] ?? ''));
  const query = new URLSearchParams(filled(route, draft, 'query'));
  return query.size > 0 ? `${path}?${query}` : path;
}

function headersOf(route: Route, draft: Draft): Record<string, string> {
  const headers = Object.fromEntries(filled(route, draft, 'header'));
  return draft.json ? { ...headers, 'Content-Type': 'application/json' } : headers;
}

function filled(route: Route, draft: Draft, place: Parameter['in']): [string, string][] {
  return (route.operation.parameters ?? [])
    .filter((parameter) => parameter.in === place && draft.parameters[parameter.name])
    .map(({ name }) => [name, draft.parameters[name] ?? '']);
}

function bodyOf(draft: Draft): Pick<Call, 'form' | 'text'> {
  const values = Object.entries(draft.form).filter(([, value]) => value);
  const files = Object.entries(draft.files);
  if (values.length + files.length > 0) {
    const form = new FormData();
    values.forEach(([name, value]) => form.append(name, value));
    files.forEach(([name, file]) => form.append(name, file, file.name));
    return { form };
  }
  return draft.json ? { text: draft.json } : {};
}

function shown(body: string, type: string): string {
  try {
    return type.includes('json') ? JSON.stringify(JSON.parse(body), null, 2) : body.slice(0, SHOWN_CHARACTERS);
  } catch {
    return body;
  }
}
