import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server, without a last slash. */
    address: string;
    /** API token of the account that every new server has. */
    token: string;
    /** Folder of the server's state. */
    state: string;
  }
}

const PROGRAM = resolve(import.meta.dirname, '../../local-server/target/quarkus-app/quarkus-run.jar');
/** The receiver of webhooks that the tests start is on this machine. */
const SETTINGS = { MATRICULA_WEBHOOKS_ALLOW_PRIVATE: 'true' };
const START_MILLIS = 120_000;

/** Starts the built server on a fresh state folder; it ends with the tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const state = mkdtempSync(join(tmpdir(), 'matricula-e2e-'));
  const port = await freePort();
  const java = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin/java') : 'java';
  const words = ['-XX:+UseSerialGC', '-Xmx512m', '-jar', PROGRAM, 'serve', '--port', String(port), '--state', state];
  const server = spawn(java, words, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...SETTINGS } });
  project.provide('state', state);
  project.provide('address', `http://127.0.0.1:${port}`);
  project.provide('token', await tokenOf(server));
  return async () => {
    server.kill();
    await once(server, 'exit');
    rmSync(state, { recursive: true, force: true });
  };
}

/** The token stands in the lines that the server prints when it is ready. */
function tokenOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let printed = '';
    const timer = setTimeout(() => failed(new Error(`not ready in time: ${printed}`)), START_MILLIS);
    server.on('exit', (code) => failed(new Error(`ended with ${code}: ${printed}`)));
    server.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      const token = /\btoken +([0-9a-f]{40})\b/.exec(printed)?.[1];
      if (token) {
        clearTimeout(timer);
        printed = '';
        found(token);
      }
    });
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 18080;
}
