import type { JSX } from 'preact';
import { CopyButton } from './copy';

/** Text to read or copy, as it is; it scrolls within itself. */
export function Code({ text, label }: { text: string; label: string }): JSX.Element {
  return (
    <div class="code">
      <CopyButton text={text} />
      <pre tabIndex={0} role="region" aria-label={label}>
        <code>{text}</code>
      </pre>
    </div>
  );
}
