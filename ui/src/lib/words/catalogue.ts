import { FluentBundle, FluentResource } from '@fluent/bundle';

export type Args = Record<string, string | number>;

const files = import.meta.glob<string>('../../../../locales/en-GB/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

// Isolation marks are added by `isolate` to the texts that need them, so that plain sentences stay
// plain for people who search or copy them.
const bundle = new FluentBundle('en-GB', { useIsolating: false });
for (const text of Object.values(files)) {
  bundle.addResource(new FluentResource(text));
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Keeps a name in a right-to-left script from turning the sentence around it. */
function isolate(value: string | number): string | number {
  if (typeof value === 'number' || !RIGHT_TO_LEFT.test(value)) return value;
  return `\u2068${value}\u2069`;
}

/** Whether the catalogue has words for this key. */
export function has(key: string): boolean {
  return bundle.hasMessage(key);
}

/** What Rust names in a sentence comes as text; whole numbers are counted as numbers. */
export function counted(args: Record<string, string> = {}): Args {
  const named = Object.entries(args);
  return Object.fromEntries(
    named.map(([name, value]) => [name, /^\d{1,9}$/.test(value) ? Number(value) : value]),
  );
}

/** The words of a key. A key without words shows itself, which the catalogue's test forbids. */
export function t(key: string, args: Args = {}): string {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) return key;
  const named = Object.entries(args).map(([name, value]) => [name, isolate(value)] as const);
  return bundle.formatPattern(pattern, Object.fromEntries(named), []);
}
