#!/usr/bin/env node
// Receives webhooks of Matricula: checks the signature, prints the plates. Node 18 or newer, nothing else.
//
//     WEBHOOK_SECRET=whsec_… node receiver.mjs [PORT]
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const TOLERANCE = 5 * 60; // seconds that a delivery may be old, so that nobody can send a recorded one again
const LONGEST = 64 * 1024 * 1024;
const secret = process.env.WEBHOOK_SECRET ?? '';
const seen = new Set(); // a real receiver keeps these where they survive a restart

/** Whether a delivery is signed with the secret and fresh (https://www.standardwebhooks.com). */
function verified(headers, body) {
  const sent = headers['webhook-timestamp'] ?? '';
  if (!/^\d+$/.test(sent) || Math.abs(Date.now() / 1000 - Number(sent)) > TOLERANCE) {
    return false;
  }
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const hmac = createHmac('sha256', key).update(`${headers['webhook-id']}.${sent}.`).update(body);
  const expected = Buffer.from(`v1,${hmac.digest('base64')}`);
  // While the secret changes there are two signatures; one that fits is enough.
  return (headers['webhook-signature'] ?? '')
    .split(' ')
    .map((signature) => Buffer.from(signature))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}

/** The JSON and, if one was sent, the picture of a delivery. */
async function parts(contentType, body) {
  if (contentType === 'application/json') {
    return { event: JSON.parse(body), picture: null };
  }
  const form = await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
  return { event: JSON.parse(form.get('json')), picture: form.get('upload') };
}

async function receive(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST) {
      return 413;
    }
  }
  const body = Buffer.concat(chunks);
  if (!verified(request.headers, body)) {
    return 401;
  }
  // A delivery may come twice, under the same id: answered alike, done once.
  if (!seen.has(request.headers['webhook-id'])) {
    seen.add(request.headers['webhook-id']);
    const { event, picture } = await parts(request.headers['content-type'], body);
    const plates = event.data.results.map((result) => result.plate);
    console.log(event.hook.event, JSON.stringify(plates), picture?.size ?? 0);
  }
  return 200;
}

if (!secret.startsWith('whsec_')) {
  console.error('set WEBHOOK_SECRET to the secret that was shown when the webhook was made');
  process.exit(1);
}
const server = createServer(async (request, response) => {
  const status = await receive(request).catch(() => 400);
  response.writeHead(status, { 'Content-Length': 0 }).end();
});
server.listen(Number(process.argv[2] ?? 9000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
