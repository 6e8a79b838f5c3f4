import { ApiError, read, send } from '../api/client';
import { authorization } from '../api/credential';
import { HAS_ACCOUNTS } from '../api/edition';
import type { PlateReaderAnswer } from '../api/types';
import { fieldsOf, type Settings } from './settings';

export interface Outcome {
  answer: PlateReaderAnswer;
  /** From sending to the whole answer. */
  milliseconds: number;
  /** What was asked for without effect. */
  warnings: string[];
}

/** Sends the picture, as the sample calls do. */
export async function readPlates(picture: File, settings: Settings): Promise<Outcome> {
  const form = new FormData();
  for (const [name, value] of fieldsOf(settings)) {
    form.append(name, value);
  }
  form.append('upload', picture, picture.name || 'picture');
  const headers = await authorization();
  if (HAS_ACCOUNTS && !headers['Authorization']) {
    throw new ApiError(403, 'Sign in first, or give a token.');
  }
  const start = performance.now();
  const response = await send('/v1/plate-reader/', { method: 'POST', form, headers });
  const answer = await read<PlateReaderAnswer>(response);
  return { answer, milliseconds: performance.now() - start, warnings: warningsOf(response) };
}

/** The texts of the header `Warning`: `299 matricula "text"`, several parted by commas. */
function warningsOf(response: Response): string[] {
  const header = response.headers.get('Warning') ?? '';
  return [...header.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
}
