// The real hub on a database of its own, and what whoever runs it types.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { devhost } from './host.js';

const run = promisify(execFile);
const POSTGRES = fileURLToPath(new URL('../../scripts/postgres.sh', import.meta.url));

/** The server that the whole test run shares, or one for this file alone. */
async function server() {
  const shared = process.env.HOLDFAST_TEST_POSTGRES;
  if (shared) return { connection: shared, stop: async () => {} };
  // A short path, for the socket in it; open to the user whom PostgreSQL runs as.
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-pg-'));
  await run('chmod', ['711', folder]);
  const home = join(folder, 'postgres');
  const { stdout } = await run(POSTGRES, ['start', home]);
  const stop = async () => {
    await run(POSTGRES, ['stop', home]);
    await rm(folder, { recursive: true, force: true });
  };
  return { connection: stdout.trim(), stop };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function ready(address, child) {
  for (let tries = 0; tries < 200; tries += 1) {
    assert.equal(child.exitCode, null, 'the hub goes on');
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(50);
  }
  assert.fail('the hub is ready within ten seconds');
}

/** Starts a hub. `say` runs one of its other commands and gives back what it prints. */
export async function startHub() {
  const postgres = await server();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-hub-'));
  const name = `hub_e2e_${process.pid}`;
  const sql = (text) => run('psql', ['-qAt', postgres.connection, '-c', text]);
  await sql(`CREATE DATABASE ${name}`);
  const env = {
    ...process.env,
    HOLDFAST_HUB_DATABASE: postgres.connection.replace('dbname=postgres', `dbname=${name}`),
    HOLDFAST_HUB_DATA: join(folder, 'key'),
  };
  const binary = join(dirname(devhost()), 'holdfast-hub');
  const say = async (...words) => (await run(binary, words, { env })).stdout.trim();
  await say('init');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(binary, ['serve', '--listen', `127.0.0.1:${port}`], { env, stdio: 'ignore' });
  await ready(address, child);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill()) await ended;
    await sql(`DROP DATABASE ${name} WITH (FORCE)`);
    await rm(folder, { recursive: true, force: true });
    await postgres.stop();
  };
  return { address, say, stop };
}
