import type { FormRow } from '$lib/api/generated';

/** Forms offered under one heading; the heading may be empty. */
export interface Shelf {
  name: string;
  forms: FormRow[];
}

/** The forms in whose title or purpose every word looked for stands, by shelf, in their order. */
export function onShelves(forms: FormRow[], looked: string): Shelf[] {
  const words = looked.toLowerCase().split(/\s+/).filter(Boolean);
  const shelves = new Map<string, FormRow[]>();
  for (const form of forms) {
    const text = `${form.title} ${form.about}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    shelves.set(form.shelf, [...(shelves.get(form.shelf) ?? []), form]);
  }
  const all = [...shelves].map(([name, on]) => ({ name, forms: on }));
  // What stands on no shelf comes last.
  return [...all.filter((shelf) => shelf.name), ...all.filter((shelf) => !shelf.name)];
}

/** The answers that a link brings; nothing when it brings none, undefined when they cannot be read. */
export function answersOfLink(text: string | null): Record<string, unknown> | null | undefined {
  if (text === null) return null;
  try {
    const answers: unknown = JSON.parse(text);
    const named = typeof answers === 'object' && answers !== null && !Array.isArray(answers);
    return named ? (answers as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
