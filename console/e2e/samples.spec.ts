import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, inject, test } from 'vitest';
import { SAMPLES } from '../page/try-it/samples';

const CAR = resolve(import.meta.dirname, '../../docs/pictures/car.jpg');
/** What each language needs, asked of the shell. */
const NEEDS: Record<string, string> = {
  curl: 'command -v curl',
  Python: 'python3 -c "import requests"',
  Java: 'command -v java',
  JavaScript: 'command -v node',
  'C#': 'command -v dotnet',
  PHP: 'php -r "exit(extension_loaded(\'curl\') ? 0 : 1);"',
  Ruby: 'command -v ruby',
  'C++': "echo '#include <curl/curl.h>' | c++ -E -x c++ -",
};

const folder = mkdtempSync(join(tmpdir(), 'matricula-samples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const sample of SAMPLES) {
  const missing = !has(NEEDS[sample.name] ?? 'false');
  if (missing) {
    console.log(`console: sample in ${sample.name} SKIPPED, its language is not here`);
  }
  for (const [picture, fields] of [
    ['car.jpg', []],
    ['vehicles.jpg', [['config', '{"detection_mode":"vehicle"}']]],
    ["a car's, 1.jpg", [['regions', 'de,fr'], ['mmc', 'false'], ['config', '{"mode":"fast","detail":"full"}']]],
  ] as [string, [string, string][]][]) {
    test.skipIf(missing)(`${sample.name} reads ${picture} as it is shown`, async () => {
      const place = join(folder, sample.name.replace(/\W/g, '_') + fields.length);
      mkdirSync(place);
      copyFileSync(CAR, join(place, picture));
      const call = { url: `${inject('address')}/v1/plate-reader/`, token: inject('token'), picture, fields };
      writeFileSync(join(place, sample.file), sample.write(call));
      const { stdout } = await promisify(execFile)('sh', ['-c', sample.run], { cwd: place });
      expect(stdout).toContain('le322sb');
    });
  }
}

function has(need: string): boolean {
  try {
    execFileSync('sh', ['-c', need], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
