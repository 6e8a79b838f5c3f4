import { hasPlates, lines, quoted, type Sample } from './sample';

const EACH_PLATE = `for result in response.json()["results"]:
    print(result["plate"])`;

export const python: Sample = {
  name: 'Python',
  file: 'read.py',
  run: 'python3 read.py',
  write: (call) => `import requests

with open(${quoted(call.picture)}, "rb") as picture:
    response = requests.post(
        ${quoted(call.url)},
        headers={"Authorization": ${quoted(`Token ${call.token}`)}},
        files={"upload": picture},
${data(lines(call, (name, value) => `            ${quoted(name)}: ${quoted(value)},`))}    )
response.raise_for_status()
${hasPlates(call) ? EACH_PLATE : 'print(response.text)'}
`,
};

function data(fields: string): string {
  return fields && `        data={\n${fields}        },\n`;
}
