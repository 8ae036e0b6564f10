/** Sets a text, or takes it out when it is empty: the form file has no empty texts. */
export function setText(of: object, field: string, text: string): void {
  if (text === '') Reflect.deleteProperty(of, field);
  else Reflect.set(of, field, text);
}

/** Sets a number, or takes it out. */
export function setNumber(of: object, field: string, number: number | undefined): void {
  if (number === undefined) Reflect.deleteProperty(of, field);
  else Reflect.set(of, field, number);
}

/** Sets yes, or takes it out. */
export function setFlag(of: object, field: string, on: boolean): void {
  if (on) Reflect.set(of, field, true);
  else Reflect.deleteProperty(of, field);
}

/** A copy without one of its fields. */
export function without<T extends object>(of: T, field: keyof T): T {
  const copy = { ...of };
  Reflect.deleteProperty(copy, field);
  return copy;
}
