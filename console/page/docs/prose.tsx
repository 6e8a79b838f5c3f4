import type { JSX } from 'preact';

/** Text of the API document: paragraphs, and words between backticks as code. */
export function Prose({ text }: { text: string | undefined }): JSX.Element {
  const paragraphs = (text ?? '').trim().split(/\n\s*\n/).filter(Boolean);
  return (
    <>
      {paragraphs.map((paragraph, i) => (
        <p key={i}>
          <Inline text={paragraph} />
        </p>
      ))}
    </>
  );
}

export function Inline({ text }: { text: string }): JSX.Element {
  return <>{text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}</>;
}
