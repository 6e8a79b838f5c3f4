import { hasPlates, lines, quoted, type Sample } from './sample';

export const javascript: Sample = {
  name: 'JavaScript',
  file: 'read.mjs',
  run: 'node read.mjs',
  write: (call) => `import { openAsBlob } from "node:fs";

const form = new FormData();
${lines(call, (name, value) => `form.append(${quoted(name)}, ${quoted(value)});`)}form.append("upload", await openAsBlob(${quoted(call.picture)}), ${quoted(call.picture)});

const response = await fetch(${quoted(call.url)}, {
  method: "POST",
  headers: { Authorization: ${quoted(`Token ${call.token}`)} },
  body: form,
});
const answer = await response.json();
if (!response.ok) throw new Error(answer.detail);
${hasPlates(call) ? 'for (const result of answer.results) console.log(result.plate);' : 'console.log(JSON.stringify(answer));'}
`,
};
