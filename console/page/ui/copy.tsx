import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './icons';

const SHOWN_MILLIS = 2000;

export function CopyButton({ text, what = '' }: { text: string; what?: string }): JSX.Element {
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    setCopied(await toClipboard(text));
    setTimeout(() => setCopied(undefined), SHOWN_MILLIS);
  };
  return (
    <button class="quiet copy" type="button" onClick={() => void copy()}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span aria-live="polite">{copied === undefined ? `Copy${what && ` ${what}`}` : copied ? 'Copied' : 'Not allowed'}</span>
    </button>
  );
}

/** The clipboard is closed to pages that came over plain HTTP from another machine; there the old way still works. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'out-of-sight';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
