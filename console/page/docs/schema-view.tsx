import type { JSX } from 'preact';
import { type Api, refName, resolve, type Schema } from './openapi';
import { Inline } from './prose';

const DEEPEST = 4;

interface SchemaViewProps {
  api: Api;
  schema: Schema;
  depth?: number;
}

/** Fields of a body with what they mean; fields of fields fold out. */
export function SchemaView({ api, schema, depth = 0 }: SchemaViewProps): JSX.Element | null {
  const known = resolve(api, schema);
  if (known.type === 'array' && known.items) {
    return <SchemaView api={api} schema={known.items} depth={depth} />;
  }
  const fields = Object.entries(known.properties ?? {});
  if (fields.length === 0) {
    return null;
  }
  return (
    <dl class="fields">
      {fields.map(([name, field]) => (
        <FieldView key={name} api={api} name={name} field={field} needed={known.required?.includes(name) ?? false} depth={depth} />
      ))}
    </dl>
  );
}

interface FieldViewProps {
  api: Api;
  name: string;
  field: Schema;
  needed: boolean;
  depth: number;
}

function FieldView({ api, name, field, needed, depth }: FieldViewProps): JSX.Element {
  const known = resolve(api, field);
  const inner = known.type === 'array' && known.items ? resolve(api, known.items) : known;
  return (
    <div>
      <dt>
        <code>{name}</code> <small>{typeName(api, field)}</small>
        {needed && <small class="needed">always</small>}
      </dt>
      <dd>
        {known.description && <Inline text={known.description} />} <Values schema={inner} />
        {inner.properties && depth < DEEPEST && (
          <details>
            <summary>Its fields</summary>
            <SchemaView api={api} schema={inner} depth={depth + 1} />
          </details>
        )}
      </dd>
    </div>
  );
}

function Values({ schema }: { schema: Schema }): JSX.Element {
  return (
    <>
      {schema.enum && (
        <span class="values">
          {schema.enum.map((value) => (
            <code key={String(value)}>{String(value)}</code>
          ))}
        </span>
      )}
      {schema.default !== undefined && (
        <small>
          {' '}
          Default <code>{JSON.stringify(schema.default)}</code>
        </small>
      )}
    </>
  );
}

function typeName(api: Api, schema: Schema): string {
  const known = resolve(api, schema);
  if (known.type === 'array' && known.items) {
    return `list of ${refName(known.items) ?? resolve(api, known.items).type ?? 'anything'}`;
  }
  return [known.type ?? 'anything', known.format === 'binary' ? 'file' : ''].filter(Boolean).join(', ');
}
