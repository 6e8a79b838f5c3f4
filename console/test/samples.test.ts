import { expect, test } from 'vitest';
import { SAMPLES } from '../page/try-it/samples';
import { quoted, singleQuoted } from '../page/try-it/samples/sample';

const PLAIN = { url: 'https://example.com/v1/plate-reader/', token: '0123', picture: 'car.jpg', fields: [] };

test.each(SAMPLES)('$name, without fields, names address, token and picture and nothing else', (sample) => {
  const text = sample.write(PLAIN);
  expect(text).toContain(PLAIN.url);
  expect(text).toContain(PLAIN.token);
  expect(text).toContain(PLAIN.picture);
  expect(text).not.toMatch(/config|regions|undefined|\n\n\n/);
});

test.each(SAMPLES)('$name, with fields, sends them all', (sample) => {
  const text = sample.write({ ...PLAIN, fields: [['regions', 'fr,gb'], ['mmc', 'true'], ['config', '{"mode":"fast"}']] });
  expect(text).toContain('fr,gb');
  expect(text).toContain('config');
  expect(text.replaceAll('\\', '')).toContain('{"mode":"fast"}');
});

test('shell never sees what a file is called', () => {
  const text = SAMPLES[0]!.write({ ...PLAIN, picture: `$(rm -rf) 'a'; "b".jpg` });
  expect(text).toContain(`'upload=@"$(rm -rf) '\\''a'\\''; \\"b\\".jpg"'`);
});

test('literals escape their own quotes', () => {
  expect(quoted('a"b\\c\n')).toBe('"a\\"b\\\\c\\n"');
  expect(singleQuoted("a'b\\c$d")).toBe("'a\\'b\\\\c$d'");
});
