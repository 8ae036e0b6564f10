declare global {
  interface Window {
    /** Present in the desktop window only; wrapped in `$lib/host/window.ts` and used nowhere else. */
    __TAURI_INTERNALS__?: {
      invoke(command: string, args: Record<string, unknown>): Promise<unknown>;
    };
  }

  namespace App {
    interface Error {
      message: string;
      code?: string;
      args?: Record<string, string>;
    }
  }
}

export {};
