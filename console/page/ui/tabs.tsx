import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';

interface TabsProps<K extends string> {
  label: string;
  tabs: readonly (readonly [K, string])[];
  chosen: K;
  onChoose: (key: K) => void;
  children: ComponentChildren;
}

/** One of several panels; arrow keys move between the tabs, as the ARIA practices have it. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<K>): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex(([key]) => key === chosen);
    const next = step && tabs[(at + step + tabs.length) % tabs.length];
    if (next) {
      event.preventDefault();
      onChoose(next[0]);
      list.current?.querySelector<HTMLElement>(`[data-key="${next[0]}"]`)?.focus();
    }
  };
  return (
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(([key, text]) => (
          <button
            key={key}
            id={`${id}-${key}`}
            data-key={key}
            role="tab"
            type="button"
            aria-selected={key === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => onChoose(key)}
          >
            {text}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} class="tab-panel" role="tabpanel" aria-labelledby={`${id}-${chosen}`} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}
