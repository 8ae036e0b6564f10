import type { FileType } from '$lib/api/form';
import type { AttachmentView } from '$lib/api/generated';
import { isRecord } from './paths';

/** Whose files are read: a draft's or a record's. */
export type FileOwner = { draft: string } | { record: string };

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

/** Whether the screens can show it; everything else is kept and can be exported. */
export function isShown(media: string): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(media);
}
