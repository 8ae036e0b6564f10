import type { Fact, IdScheme } from '$lib/api/generated';

/** What else is known of somebody who is added: it becomes facts of their own. */
export interface FirstKnown {
  address: string;
  postcode: string;
  phone: string;
  phoneNote: string;
  scheme: string;
  identifier: string;
}

/** Numbers that somebody may bring; an emergency id is given and not typed. */
export const SCHEMES: IdScheme[] = [
  'nhs',
  'mosaic',
  'upn',
  'former_upn',
  'ssda903',
  'home_office',
  'youth_justice',
  'other',
];

export const NOTHING: FirstKnown = {
  address: '',
  postcode: '',
  phone: '',
  phoneNote: '',
  scheme: 'nhs',
  identifier: '',
};

/** The facts that were typed. */
export function factsOf(known: FirstKnown): Fact[] {
  const facts: Fact[] = [];
  const [lines, postcode] = [known.address.trim(), known.postcode.trim()];
  if (lines || postcode) {
    facts.push({
      kind: 'address',
      // A postcode alone is an address of which no more is known.
      lines: lines || postcode,
      ...(postcode ? { postcode } : {}),
      used: 'home',
      do_not_contact: false,
      hidden: false,
    });
  }
  if (known.phone.trim()) {
    facts.push({
      kind: 'phone_or_email',
      by: known.phone.includes('@') ? 'email' : 'phone',
      value: known.phone.trim(),
      ...(known.phoneNote.trim() ? { note: known.phoneNote.trim() } : {}),
      do_not_contact: false,
    });
  }
  const scheme = SCHEMES.find((one) => one === known.scheme);
  if (known.identifier.trim() && scheme) {
    facts.push({ kind: 'identifier', scheme, value: known.identifier.trim() });
  }
  return facts;
}
