/** Whether this page runs in the desktop window. */
export function inWindow(): boolean {
  return typeof window !== 'undefined' && window.__TAURI_INTERNALS__ !== undefined;
}

/** Asks the desktop shell. Its one command takes the name of the verb and its request. */
export async function callInWindow(command: string, request: unknown): Promise<unknown> {
  return window.__TAURI_INTERNALS__?.invoke('rpc', { command, payload: request });
}
