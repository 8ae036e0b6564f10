import { call } from './call';

/** As large as a part of a file may be on its way in. */
const PART = 1 << 20;

/** Why handing in stopped without a fault: the person took it back. */
export class Cancelled extends Error {}

/**
 * Hands a file in, part by part, and resolves with the id of the upload. `progress` hears what share
 * of it has arrived, from 0 to 1. Rejects with `Cancelled` once `stop` was given.
 */
export async function handIn(
  file: File,
  progress: (share: number) => void,
  stop?: AbortSignal,
): Promise<string> {
  const { id } = await call('begin_upload', { name: file.name, size: file.size });
  for (let from = 0; from < file.size; from += PART) {
    if (stop?.aborted) throw new Cancelled();
    const part = new Uint8Array(await file.slice(from, from + PART).arrayBuffer());
    const { arrived } = await call('upload_part', { id, data: base64(part) });
    progress(arrived / file.size);
  }
  if (stop?.aborted) throw new Cancelled();
  return id;
}

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a megabyte of arguments at once is more than a call takes.
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(text);
}
