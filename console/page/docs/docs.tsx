import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { read, send } from '../api/client';
import { TokenField } from '../try-it/token-field';
import { useLoaded, WhenLoaded } from '../ui/loaded';
import { type Api, groupsOf, type Route } from './openapi';
import { OperationView } from './operation-view';
import { Prose } from './prose';

/** The API's own document, to read and to try out. */
export default function DocsPage(): JSX.Element {
  const api = useLoaded(async () => read<Api>(await send('/openapi.json')));
  return (
    <section class="docs">
      <h1>API docs</h1>
      <WhenLoaded loaded={api}>{(value) => <Document api={value} />}</WhenLoaded>
    </section>
  );
}

function Document({ api }: { api: Api }): JSX.Element {
  useOpenAnchor();
  const groups = [...groupsOf(api)];
  return (
    <>
      <div class="prose">
        <Prose text={api.info.description} />
        <p>
          For tools: <a href="/openapi.yml" download="matricula.yml">openapi.yml</a>, <a href="/openapi.json" download="matricula.json">openapi.json</a>
        </p>
      </div>
      <TokenField />
      {groups.map(([name, routes]) => (
        <Group key={name} api={api} name={name} routes={routes} />
      ))}
    </>
  );
}

function Group({ api, name, routes }: { api: Api; name: string; routes: Route[] }): JSX.Element {
  return (
    <section class="group">
      <h2>{name}</h2>
      {routes.map((route) => (
        <OperationView key={route.id} api={api} route={route} />
      ))}
    </section>
  );
}

/** A link to one route shows it unfolded. */
function useOpenAnchor(): void {
  useEffect(() => {
    const wanted = location.hash && document.getElementById(location.hash.slice(1));
    if (wanted instanceof HTMLDetailsElement) {
      wanted.open = true;
      wanted.scrollIntoView();
    }
  }, []);
}
