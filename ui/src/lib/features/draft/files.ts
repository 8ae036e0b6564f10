import type { FileType } from '$lib/api/form';
import type { AttachmentView } from '$lib/api/generated';
import { call } from '$lib/host/call';
import { isRecord } from './paths';

/** As large as a part of a file may be on its way in. */
const PART = 1 << 20;

const ENDINGS: Record<FileType, string> = {
  image: '.png,.jpg,.jpeg,.gif,.webp',
  pdf: '.pdf',
  document: '.docx,.odt,.txt',
  spreadsheet: '.xlsx,.ods,.csv',
  presentation: '.pptx,.odp',
  audio: '.wav,.mp3,.m4a,.ogg',
  video: '.mp4,.webm',
};

/** The endings that the file dialog offers; undefined for any. */
export function endingsOf(types: FileType[] | undefined): string | undefined {
  return types?.map((type) => ENDINGS[type]).join(',') || undefined;
}

/** The files of an answer. */
export function filesOf(value: unknown): AttachmentView[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isFile) : [];
}

function isFile(value: unknown): value is AttachmentView {
  return isRecord(value) && typeof value.blob === 'string';
}

/** The answer with one more file; the same file is in it once. */
export function withFile(value: unknown, file: AttachmentView): AttachmentView[] {
  return [...filesOf(value).filter((one) => one.blob !== file.blob), file];
}

/** Why sending stopped without a fault: the person took it back. */
export class Cancelled extends Error {}

/**
 * Hands a file in, part by part, and resolves with the id of the upload. `arrived` hears how many
 * bytes have arrived.
 */
export async function handIn(
  file: File,
  arrived: (bytes: number) => void,
  stop: AbortSignal,
): Promise<string> {
  const { id } = await call('begin_upload', { name: file.name, size: file.size });
  for (let from = 0; from < file.size; from += PART) {
    if (stop.aborted) throw new Cancelled();
    const data = await base64(file.slice(from, from + PART));
    arrived((await call('upload_part', { id, data })).arrived);
  }
  if (stop.aborted) throw new Cancelled();
  return id;
}

function base64(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('not readable'));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(part);
  });
}

/** Whether the screens can show it; everything else is kept and can be exported. */
export function isShown(media: string): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(media);
}
