import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Failure } from './notice';

export interface Loaded<T> {
  value?: T;
  error?: unknown;
  reload: () => Promise<void>;
}

/** What `load` gives; asked for again when one of `inputs` changes, the old value standing until then. */
export function useLoaded<T>(load: () => Promise<T>, inputs: unknown[] = []): Loaded<T> {
  const [outcome, setOutcome] = useState<{ value?: T; error?: unknown }>({});
  const reload = useCallback(async () => {
    try {
      setOutcome({ value: await load() });
    } catch (error) {
      setOutcome({ error });
    }
  }, inputs);
  useEffect(() => void reload(), [reload]);
  return { ...outcome, reload };
}

interface WhenLoadedProps<T> {
  loaded: Loaded<T>;
  children: (value: T) => ComponentChildren;
}

/** Keeps the place until there is something to show. */
export function WhenLoaded<T>({ loaded, children }: WhenLoadedProps<T>): JSX.Element {
  if (loaded.error !== undefined) {
    return (
      <>
        <Failure error={loaded.error} />
        <button type="button" onClick={() => void loaded.reload()}>
          Try again
        </button>
      </>
    );
  }
  return loaded.value === undefined ? <div class="placeholder" aria-busy="true" /> : <>{children(loaded.value)}</>;
}
