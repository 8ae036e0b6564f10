import { ApiError } from '$lib/host/call';
import { handIn } from '$lib/host/hand-in';

/**
 * Something that is being taken in from a file, step by step. It lives as long as the sitting, so that
 * going back, or away and back, loses nothing. Nothing is kept before it is started.
 */
export abstract class FromFile<View, Progress> {
  upload = $state('');
  view = $state.raw<View | null>(null);
  dates = $state<string | undefined>();
  progress = $state.raw<Progress | null>(null);
  trouble = $state.raw<ApiError | null>(null);
  /** The share that has arrived, from 0 to 1, while a file is handed in. */
  arrived = $state(0);
  working = $state<'sending' | 'reading' | null>(null);
  #readWith = '';

  /** What was chosen about the file, as one text to compare. */
  protected abstract choices(): string;
  /** Reads the file with what was chosen. */
  protected abstract read(): Promise<void>;
  /** Asks the host how far it is. */
  protected abstract ask(): Promise<Progress | null>;
  /** Tells the host to stop. */
  protected abstract stop(): Promise<unknown>;

  /** Reads it again if something was chosen since. */
  async readAgain(): Promise<boolean> {
    if (this.#readWith === this.choices()) return true;
    return this.try(() => {
      this.working = 'reading';
      return this.read();
    });
  }

  /** How far it is. */
  async look(): Promise<void> {
    try {
      this.progress = await this.ask();
      this.trouble = null;
    } catch (cause) {
      this.trouble = ApiError.from(cause);
    }
  }

  async cancel(): Promise<void> {
    await this.try(() => this.stop());
    await this.look();
  }

  /** Hands a file in; resolves with the id of the upload. */
  protected async send(file: File): Promise<string> {
    this.arrived = 0;
    this.working = 'sending';
    return handIn(file, (share) => (this.arrived = share));
  }

  /** What was read with the choices as they are now. */
  protected keep(view: View): void {
    this.view = view;
    this.#readWith = this.choices();
  }

  protected async try(act: () => Promise<unknown>): Promise<boolean> {
    this.trouble = null;
    try {
      await act();
      return true;
    } catch (cause) {
      this.trouble = ApiError.from(cause);
      return false;
    } finally {
      this.working = null;
    }
  }
}
