import type { FormDefinition } from '$lib/api/form';

/** Adds an empty notice at the end. */
export function addNotice(form: FormDefinition): void {
  form.notices = [...(form.notices ?? []), { text: '' }];
}

/** Takes a notice out. Translations name notices by their number: those behind it move up. */
export function takeOutNotice(form: FormDefinition, index: number): void {
  const left = (form.notices ?? []).filter((_, at) => at !== index);
  if (left.length > 0) form.notices = left;
  else delete form.notices;
  for (const words of Object.values(form.translations ?? {})) {
    for (let at = index; at <= left.length; at += 1) {
      const [here, next] = [`notice/${at + 1}`, words[`notice/${at + 2}`]];
      if (next === undefined) Reflect.deleteProperty(words, here);
      else words[here] = next;
    }
  }
}
