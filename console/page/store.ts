import { useEffect, useState } from 'preact/hooks';

/** A value that parts of the page share; those that use it are drawn again when it changes. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  /** Returns what ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState<T>(() => store.get());
  useEffect(() => {
    const refresh = () => setValue(() => store.get());
    refresh();
    return store.subscribe(refresh);
  }, [store]);
  return value;
}
