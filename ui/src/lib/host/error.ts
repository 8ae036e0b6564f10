import type { Code } from '$lib/api/generated';

/** What a command says when it refuses: a code of the catalogue and what its sentences name. */
export class ApiError extends Error {
  readonly code: Code | 'no_answer';
  readonly args: Record<string, string>;

  constructor(code: Code | 'no_answer', args: Record<string, string> = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.args = args;
  }

  /** Reads an error of either host. Whatever has no code is `no_answer`: the host could not be asked. */
  static from(cause: unknown): ApiError {
    if (cause instanceof ApiError) return cause;
    if (typeof cause === 'object' && cause !== null && 'code' in cause) {
      const { code, args } = cause as { code: unknown; args?: Record<string, unknown> };
      const named = Object.entries(args ?? {}).map(([name, value]) => [name, String(value)]);
      return new ApiError(String(code) as Code, Object.fromEntries(named));
    }
    return new ApiError('no_answer');
  }
}
