/** A title as it stands inside a sentence: "Case note" is a case note, "Need to Know" stays itself. */
export function inSentence(title: string): string {
  const rest = title.slice(1);
  return rest === rest.toLowerCase() ? title.charAt(0).toLowerCase() + rest : title;
}
