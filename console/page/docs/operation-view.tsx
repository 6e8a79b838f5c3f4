import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Api, Operation, Response, Route } from './openapi';
import { resolve } from './openapi';
import { Inline, Prose } from './prose';
import { SchemaView } from './schema-view';
import { TryOut } from './try-out';

/** One route: what it does, takes and gives, and a form that calls it. */
export function OperationView({ api, route }: { api: Api; route: Route }): JSX.Element {
  const { operation, method, path } = route;
  const [open, setOpen] = useState(false);
  return (
    <details class="card operation" id={route.id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class={`method ${method}`}>{method.toUpperCase()}</span>
        <code class="path">{path}</code>
        <span class="what">{operation.summary}</span>
      </summary>
      {open && <OperationDetails api={api} route={route} />}
    </details>
  );
}

function OperationDetails({ api, route }: { api: Api; route: Route }): JSX.Element {
  const { operation } = route;
  return (
    <>
      <Prose text={operation.description} />
      <p class="hint">{accessInWords(operation)}</p>
      <Parameters operation={operation} />
      <Body api={api} operation={operation} />
      <h3>Answers</h3>
      {Object.entries(operation.responses).map(([status, response]) => (
        <Answer key={status} api={api} status={status} response={resolve(api, response)} />
      ))}
      <TryOut api={api} route={route} />
    </>
  );
}

const ACCESS: Record<string, string> = {
  token: 'an API token',
  mobile: 'a mobile token',
  session: 'an access token of a session',
  cookie: "the session's cookie",
};

function accessInWords({ security }: Operation): string {
  const names = (security ?? [{ token: [] }]).flatMap((scheme) => Object.keys(scheme));
  return names.length === 0 ? 'Open to everybody.' : `Takes ${names.map((name) => ACCESS[name] ?? name).join(', or ')}.`;
}

function Parameters({ operation }: { operation: Operation }): JSX.Element | null {
  if (!operation.parameters?.length) {
    return null;
  }
  return (
    <>
      <h3>Parameters</h3>
      <dl class="fields">
        {operation.parameters.map((parameter) => (
          <div key={parameter.name}>
            <dt>
              <code>{parameter.name}</code> <small>{parameter.in}</small>
            </dt>
            <dd>{parameter.description && <Inline text={parameter.description} />}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Body({ api, operation }: { api: Api; operation: Operation }): JSX.Element | null {
  const content = Object.entries(operation.requestBody?.content ?? {});
  const [first] = content;
  if (!first) {
    return null;
  }
  return (
    <>
      <h3>
        Body{' '}
        {content.map(([type]) => (
          <small key={type}>
            <code>{type}</code>{' '}
          </small>
        ))}
      </h3>
      {first[1].schema && <SchemaView api={api} schema={first[1].schema} />}
    </>
  );
}

function Answer({ api, status, response }: { api: Api; status: string; response: Response }): JSX.Element {
  const [content] = Object.values(response.content ?? {});
  return (
    <details class="answer">
      <summary>
        <span class={`status ${status.startsWith('2') ? 'good' : 'bad'}`}>{status}</span>
        <Inline text={response.description ?? ''} />
      </summary>
      {content?.schema && <SchemaView api={api} schema={content.schema} />}
    </details>
  );
}
