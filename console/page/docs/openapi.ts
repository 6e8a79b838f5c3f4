/** As much of an OpenAPI document as ours uses. */
export interface Api {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Response> };
}

export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  'x-planned'?: boolean;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema?: Schema }> };
  responses: Record<string, Response>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  description?: string;
  required?: boolean;
  schema?: Schema;
}

export interface Response {
  $ref?: string;
  description?: string;
  content?: Record<string, { schema?: Schema }>;
}

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  enum?: unknown[];
  default?: unknown;
  example?: unknown;
  minimum?: number;
  maximum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
}

/** A route: one method of one path. */
export interface Route {
  id: string;
  method: string;
  path: string;
  operation: Operation;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The routes that are served, in groups by what stands first in the path. */
export function groupsOf(api: Api): Map<string, Route[]> {
  const groups = new Map<string, Route[]>();
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (operation && !operation['x-planned']) {
        const group = groupName(path);
        groups.set(group, [...(groups.get(group) ?? []), { id: operation.operationId, method, path, operation }]);
      }
    }
  }
  return groups;
}

function groupName(path: string): string {
  const [first = ''] = path.replace(/^\/(v\d+\/)?/, '').split(/[/.]/).filter(Boolean);
  const words = first.replaceAll('-', ' ') || 'keys';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a `$ref` leads to, in place of itself. */
export function resolve<T extends { $ref?: string }>(api: Api, part: T): T {
  if (!part.$ref) {
    return part;
  }
  const steps = part.$ref.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], api) as T;
}

/** The last word of a `$ref`. */
export function refName(schema: Schema): string | undefined {
  return schema.$ref?.split('/').pop();
}

/** A body to begin with: examples and defaults where the document has them, required fields first of all. */
export function exampleOf(api: Api, schema: Schema, depth = 0): unknown {
  const known = resolve(api, schema);
  const given = known.example ?? known.default ?? known.enum?.[0];
  if (given !== undefined || depth > 3) {
    return given;
  }
  switch (known.type) {
    case 'object': {
      const wanted = known.required ?? Object.keys(known.properties ?? {});
      const fields = wanted.map((name) => [name, exampleOf(api, known.properties?.[name] ?? {}, depth + 1)] as const);
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
    }
    case 'array':
      return [exampleOf(api, known.items ?? {}, depth + 1)];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return known.minimum ?? 0;
    default:
      return '';
  }
}
