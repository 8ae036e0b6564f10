import { call } from '$lib/host/call';

const PART = 1 << 20;

/** Hands a file in, part by part; resolves with the name of the upload. Nothing is kept by it. */
export async function handIn(file: File, progress: (share: number) => void): Promise<string> {
  const upload = await call('begin_upload', { name: file.name, size: file.size });
  for (let from = 0; from < file.size; from += PART) {
    const part = new Uint8Array(await file.slice(from, from + PART).arrayBuffer());
    await call('upload_part', { id: upload.id, data: base64(part) });
    progress(Math.min(1, (from + PART) / file.size));
  }
  return upload.id;
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
