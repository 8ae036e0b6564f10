import type { TypedDate } from '$lib/api/form';
import type { Fact, PersonRow } from '$lib/api/generated';
import { isoDate, typedDate } from '$lib/features/people/date';
import { t } from '$lib/words/catalogue';
import { DETAIL_NAMES, detail, END_FIELDS, FIELDS, type Field, type FormKind } from './kinds';

/** What is in the form, by the name of the field. */
export type Typed = Record<string, unknown>;

/** Somebody chosen in the form. */
export type Chosen = Pick<PersonRow, 'id' | 'name'>;

const EMPTY: TypedDate = { day: '', month: '', year: '' };
const TIME = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/;

/** The fields of a kind that are asked now. `ending`: only what an end needs. */
export function asked(kind: FormKind, typed: Typed, ending = false): Field[] {
  const only = ending ? END_FIELDS[kind] : undefined;
  return FIELDS[kind]
    .filter((field) => !only || only.includes(field.name))
    .filter((field) => !field.when || field.when(typed))
    .map((field) => (only && field.name === 'until' ? { ...field, needed: true } : field));
}

function today(now: Date): TypedDate {
  return {
    day: String(now.getDate()),
    month: String(now.getMonth() + 1),
    year: String(now.getFullYear()),
  };
}

/** A field of a new fact. */
function begun(field: Field, now: Date): unknown {
  switch (field.kind) {
    case 'date':
    case 'when':
      return field.start === 'today' ? today(now) : { ...EMPTY };
    case 'tick':
      return field.start === true;
    case 'person':
      return null;
    case 'people':
      return [];
    default:
      return typeof field.start === 'string' ? field.start : '';
  }
}

/** An empty form of a kind. */
export function blank(kind: FormKind, now: Date): Typed {
  return Object.fromEntries(FIELDS[kind].map((field) => [field.name, begun(field, now)]));
}

/** What a fact says, flat: nested parts under names of the form. */
function flat(fact: Fact): Record<string, unknown> {
  const says: Record<string, unknown> = { ...fact };
  if (fact.kind === 'warning' && fact.told) {
    says.told = fact.told.told;
    if (fact.told.told === 'yes') {
      says.told_on = fact.told.on;
      says.told_how = fact.told.how;
    } else {
      says.told_because = fact.told.because;
    }
  }
  if (fact.kind === 'allocation') {
    says.worker = fact.worker?.name;
    says.email = fact.worker?.email;
  }
  if (fact.kind === 'episode') {
    for (const name of DETAIL_NAMES) says[detail(name)] = fact.details?.[name];
  }
  return says;
}

/** The form of a fact that is corrected or ends. `names` knows the people that it names. */
export function filled(
  kind: FormKind,
  fact: Fact,
  names: (id: string) => string,
  now: Date,
): Typed {
  const says = flat(fact);
  return Object.fromEntries(
    FIELDS[kind].map((field) => {
      const value = says[field.name];
      if (value === undefined || value === null) {
        // What nobody said stays unsaid: a day of today would be a new statement.
        return [field.name, begun({ ...field, start: undefined }, now)];
      }
      switch (field.kind) {
        case 'date':
          return [field.name, typedDate(String(value))];
        case 'when': {
          const [day = '', time] = String(value).split(/[T ]/);
          return [field.name, { ...typedDate(day), time: time?.slice(0, 5) ?? '' }];
        }
        case 'person':
          return [field.name, { id: String(value), name: names(String(value)) }];
        case 'people':
          return [
            field.name,
            (value as string[]).map((id) => ({ id, name: names(id) }) satisfies Chosen),
          ];
        case 'yes_no':
          return [field.name, value === true ? 'yes' : 'no'];
        default:
          return [field.name, value];
      }
    }),
  );
}

/** One field as it is kept: undefined for nothing, `wrong` where it cannot be read. */
function kept(
  field: Field,
  value: unknown,
): { value?: unknown; wrong?: 'missing' | 'date' | 'time' } {
  switch (field.kind) {
    case 'date':
    case 'when': {
      const typed = value as TypedDate;
      const day = isoDate(typed);
      if (day === undefined) return { wrong: 'date' };
      if (day === '') return {};
      const time = field.kind === 'when' ? (typed.time ?? '').trim() : '';
      if (time === '') return { value: day };
      const parts = TIME.exec(time);
      if (!parts) return { wrong: 'time' };
      return { value: `${day}T${(parts[1] ?? '').padStart(2, '0')}:${parts[2]}` };
    }
    case 'tick':
      return { value: value === true };
    case 'yes_no':
      return value === '' ? {} : { value: value === 'yes' };
    case 'person':
      return value ? { value: (value as Chosen).id } : {};
    case 'people':
      return { value: (value as Chosen[]).map((one) => one.id) };
    default: {
      const text = String(value ?? '').trim();
      return text === '' ? {} : { value: text };
    }
  }
}

/** The words that say what is wrong with a field. */
function fault(kind: FormKind, field: Field, wrong: 'missing' | 'date' | 'time'): string {
  return t(`fact-wrong-${wrong}`, { field: labelOf(kind, field) });
}

/** The words of a field. */
export function labelOf(kind: FormKind, field: Pick<Field, 'name'>): string {
  return t(`fact-${kind}-${field.name.replace('details.', '')}`);
}

/** What a form says, or what is wrong with it by field. `before` keeps what the form does not ask. */
export function read(
  kind: FormKind,
  typed: Typed,
  before: Partial<Fact>,
  ending = false,
): { says: Fact } | { wrong: Record<string, string> } {
  const wrong: Record<string, string> = {};
  const all: Record<string, unknown> = {};
  const shown = new Set(asked(kind, typed, ending).map((field) => field.name));
  for (const field of asked(kind, typed)) {
    const { value, wrong: because } = kept(field, typed[field.name]);
    const needed = field.needed || (ending && field.name === 'until');
    if (because && shown.has(field.name)) wrong[field.name] = fault(kind, field, because);
    else if (value === undefined && needed && shown.has(field.name)) {
      wrong[field.name] = fault(kind, field, 'missing');
    }
    all[field.name] = value;
  }
  const [from, until] = [all.from, all.until].map((day) => String(day ?? ''));
  if (!wrong.until && from && until && until.slice(0, from.length) < from.slice(0, until.length)) {
    wrong.until = t('fact-wrong-ends-before');
  }
  if (Object.keys(wrong).length > 0) return { wrong };
  return { says: nested(kind, all, before) };
}

/** The fact of flat fields. */
function nested(kind: FormKind, all: Record<string, unknown>, before: Partial<Fact>): Fact {
  // What the form asks is said anew or not at all; what it does not ask stays.
  const askedHere = new Set(FIELDS[kind].map((field) => field.name));
  const says: Record<string, unknown> = Object.fromEntries(
    Object.entries({ ...before, kind }).filter(([name]) => !askedHere.has(name)),
  );
  if (kind === 'warning') {
    const { told, told_on: on, told_how: how, told_because: because, ...rest } = all;
    Object.assign(says, rest);
    if (told === 'yes') says.told = { told, on, how };
    if (told === 'no') says.told = { told, because };
  } else if (kind === 'allocation') {
    const { worker: name, email, ...rest } = all;
    Object.assign(says, rest);
    const was = before.kind === 'allocation' ? before.worker : undefined;
    // Another name is another worker, whose casebook is not the one from before.
    if (name) says.worker = { ...(was?.name === name ? was : {}), name, email };
  } else if (kind === 'episode') {
    const was = before.kind === 'episode' ? before.details : undefined;
    const details: Record<string, unknown> = { ...was };
    for (const [name, value] of Object.entries(all)) {
      if (name.startsWith('details.')) details[name.slice('details.'.length)] = value;
      else says[name] = value;
    }
    says.details = tidy(details);
  } else if (kind === 'summary') {
    // All its parts are always there, an empty one says that it was not written.
    Object.assign(says, { what_matters: '', what_next: '' }, tidy(all));
  } else {
    Object.assign(says, all);
  }
  return tidy(says) as unknown as Fact;
}

/** Without what is not said. */
function tidy(says: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined));
}
