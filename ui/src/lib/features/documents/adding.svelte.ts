import type { AddDocumentRequest, FactView } from '$lib/api/generated';
import { ApiError, call } from '$lib/host/call';
import { Cancelled, handIn } from '$lib/host/hand-in';
import { t } from '$lib/words/catalogue';
import { size } from '$lib/words/size';
import { MOST_BYTES } from './documents';

/** Why a file is not even begun with; undefined when it may come. */
export function refusal(file: File): string | undefined {
  if (file.size === 0) return t('document-empty', { name: file.name });
  if (file.size > MOST_BYTES) {
    return t('document-too-large', { name: file.name, size: size(file.size) });
  }
  return undefined;
}

/** One document on its way onto a file. */
export class Adding {
  /** Name of the file that is being handed in; empty when none is. */
  name = $state('');
  /** The share of it that has arrived, from 0 to 1. */
  arrived = $state(0);
  trouble = $state<ApiError | null>(null);
  #stop = new AbortController();

  /** Adds it, with its file if there is one. Undefined when it did not come in. */
  async add(request: AddDocumentRequest, file?: File): Promise<FactView | undefined> {
    this.trouble = null;
    try {
      if (!file) return await call('add_document', request);
      this.#stop = new AbortController();
      this.arrived = 0;
      this.name = file.name;
      const upload = await handIn(file, (share) => (this.arrived = share), this.#stop.signal);
      return await call('add_document', { ...request, upload });
    } catch (cause) {
      if (!(cause instanceof Cancelled)) this.trouble = ApiError.from(cause);
      return undefined;
    } finally {
      this.name = '';
    }
  }

  stop(): void {
    this.#stop.abort();
  }
}
