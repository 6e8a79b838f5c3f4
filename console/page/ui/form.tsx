import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import { Failure } from './notice';

export interface Submission {
  busy: boolean;
  error: unknown;
  /** What is wrong with each field, under its name. */
  fields: Record<string, string>;
  run: (work: () => Promise<void>) => Promise<void>;
}

/** Work that a person has asked for: one at a time, and what became of it. */
export function useSubmission(): Submission {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, fields: error instanceof ApiError ? error.fields : {}, run };
}

interface FormProps {
  submission: Submission;
  onSubmit: () => Promise<void>;
  action: string;
  kind?: 'primary' | 'danger';
  children?: ComponentChildren;
}

/** Fields, what is wrong with them, and one button. */
export function Form({ submission, onSubmit, action, kind = 'primary', children }: FormProps): JSX.Element {
  const hasFields = Object.keys(submission.fields).length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!submission.busy) {
          void submission.run(onSubmit);
        }
      }}
    >
      {children}
      {submission.error !== undefined && !hasFields && <Failure error={submission.error} />}
      <button class={kind} type="submit" aria-busy={submission.busy}>
        {action}
      </button>
    </form>
  );
}
