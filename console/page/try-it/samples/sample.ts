/** What a sample call does: send this picture with these fields to this address. */
export interface SampleCall {
  url: string;
  token: string;
  /** Name of the picture's file. */
  picture: string;
  /** Form fields beside the picture. */
  fields: [name: string, value: string][];
}

export interface Sample {
  /** As the language calls itself. */
  name: string;
  /** What the text would be saved as, and how it is run. */
  file: string;
  run: string;
  write: (call: SampleCall) => string;
}

/** A string literal between double quotes, good in all languages of the C family and in Python. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A string literal between single quotes, for languages that look into double ones for variables. */
export function singleQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** Whether results have a `plate` to print: with vehicles in the answer they have another shape, and the whole answer is printed. */
export function hasPlates(call: SampleCall): boolean {
  return !call.fields.some(([name, value]) => name === 'config' && value.includes('"detection_mode":"vehicle"'));
}

/** One line for each field, joined; nothing where there is none. */
export function lines(call: SampleCall, line: (name: string, value: string) => string): string {
  return call.fields.map(([name, value]) => `${line(name, value)}\n`).join('');
}
