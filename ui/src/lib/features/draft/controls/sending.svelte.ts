import { ApiError, call } from '$lib/host/call';
import { Cancelled, handIn } from '$lib/host/hand-in';
import { t } from '$lib/words/catalogue';
import { size } from '$lib/words/size';
import { filesOf, withFile } from '../files';
import { newItemId } from '../paths';
import type { Sitting } from '../sitting';

/** A file on its way into the draft. */
export interface OnItsWay {
  id: string;
  name: string;
  /** The share that has arrived, from 0 to 1. */
  arrived: number;
  stop: AbortController;
}

/** The files of one question that are on their way in, and what did not come in. */
export class Sending {
  files = $state<OnItsWay[]>([]);
  /** Said of files that were not taken at all. */
  refused = $state<string[]>([]);
  /** Why the last one did not come in. */
  trouble = $state<ApiError | null>(null);

  constructor(
    readonly filling: Sitting,
    readonly path: string,
  ) {}

  /** Takes files one after the other; each stands on its own. */
  async take(files: Iterable<File>, most: number, mib: number): Promise<void> {
    this.refused = [];
    this.trouble = null;
    for (const file of files) {
      const held = filesOf(this.filling.get(this.path)).length + this.files.length;
      const why =
        held >= most
          ? t('file-too-many', { name: file.name, count: most })
          : file.size > mib << 20
            ? t('file-too-large', { name: file.name, size: size(file.size), most: mib })
            : file.size === 0
              ? t('file-empty', { name: file.name })
              : undefined;
      if (why) this.refused.push(why);
      else await this.#send(file);
    }
  }

  async #send(file: File): Promise<void> {
    const stop = new AbortController();
    const id = newItemId();
    this.files.push({ id, name: file.name, arrived: 0, stop });
    const arrived = (share: number) => {
      const mine = this.files.find((one) => one.id === id);
      if (mine) mine.arrived = share;
    };
    try {
      const upload = await handIn(file, arrived, stop.signal);
      // The draft is on the disk before a file is made an answer of it.
      await this.filling.flush();
      const { path } = this;
      const kept = await call('attach', { draft: this.filling.draft.id, path, upload });
      this.filling.set(path, withFile(this.filling.get(path), kept), true);
    } catch (cause) {
      if (!(cause instanceof Cancelled)) this.trouble = ApiError.from(cause);
    } finally {
      this.files = this.files.filter((one) => one.id !== id);
    }
  }
}
