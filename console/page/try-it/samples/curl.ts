import type { Sample } from './sample';

export const curl: Sample = {
  name: 'curl',
  file: 'read.sh',
  run: 'sh read.sh',
  write: ({ url, token, picture, fields }) =>
    [
      `curl -H ${shell(`Authorization: Token ${token}`)}`,
      `  -F ${shell(`upload=@${fileName(picture)}`)}`,
      ...fields.map(([name, value]) => `  --form-string ${shell(`${name}=${value}`)}`),
      `  ${shell(url)}`,
    ].join(' \\\n') + '\n',
};

function shell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** curl ends a file's name at a comma or semicolon unless it is quoted. */
function fileName(name: string): string {
  return /[,;"\\]/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name;
}
