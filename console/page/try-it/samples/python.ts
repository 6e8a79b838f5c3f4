import { lines, quoted, type Sample } from './sample';

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
for result in response.json()["results"]:
    print(result["plate"])
`,
};

function data(fields: string): string {
  return fields && `        data={\n${fields}        },\n`;
}
