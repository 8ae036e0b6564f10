import { asText } from './answers';
import { isRecord } from './paths';

/** Who an answer names; on file where there is an id. */
export function named(value: unknown): { id?: string; name: string } | null {
  if (!isRecord(value)) return null;
  const name = asText(value.name);
  return 'person' in value ? { id: asText(value.person), name } : { name };
}

/** The answer that names somebody. */
export function naming(
  who: { id?: string; name: string } | null,
): { person: string; name: string } | { name: string } | undefined {
  if (!who) return undefined;
  return who.id ? { person: who.id, name: who.name } : { name: who.name };
}
