// The real devhost on a folder of its own: the real Rust behind the real screens.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../../ui/build', import.meta.url));

/** The program; the hub lies beside it. */
export function devhost() {
  const target =
    process.env.CARGO_TARGET_DIR ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'holdfast', 'target');
  return process.env.HOLDFAST_DEVHOST ?? join(target, 'debug', 'holdfast-devhost');
}

/** Starts a devhost. `enter` holds the one-time token; `casebook` is its folder; `stop` cleans up. */
export async function startHost() {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-'));
  const casebook = join(folder, 'casebook');
  const child = spawn(devhost(), ['--casebook', casebook, '--ui', BUILD], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill()) await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const enter = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`the devhost ended with ${code} before it listened`)),
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+/.exec(line);
      if (address) resolve(address[0]);
    });
  });
  return { enter, origin: new URL(enter).origin, casebook, stop };
}
