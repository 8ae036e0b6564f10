import type { Fact } from '$lib/api/generated';

/** The kinds that are recorded here; documents and the organisation's own data have pages of their own. */
export type FormKind = Exclude<
  Fact['kind'],
  'same_person' | 'document' | 'service' | 'team' | 'time_limit'
>;

/** How a field of a fact is asked. */
export type FieldKind =
  'line' | 'text' | 'date' | 'when' | 'tick' | 'yes_no' | 'choice' | 'person' | 'people';

/** A field of a fact as the form asks it. Its words are `fact-<kind>-<name>`. */
export interface Field {
  name: string;
  kind: FieldKind;
  /** It cannot be kept without. */
  needed?: boolean;
  /** Codes to choose from; the words of each are `<words>-<code>`. */
  choices?: readonly string[];
  words?: string;
  /** The list of `forms/lists` that holds the codes with their words, in place of `choices`. */
  list?: string;
  /** Asked only while this holds of what is in the form. */
  when?: (typed: Record<string, unknown>) => boolean;
  /** A new fact begins with this. */
  start?: 'today' | string | boolean;
}

const line = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'line', ...more });
const text = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'text', ...more });
const date = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'date', ...more });
const tick = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'tick', ...more });
const choice = (
  name: string,
  words: string,
  choices: readonly string[],
  more: Partial<Field> = {},
): Field => ({ name, kind: 'choice', words, choices, ...more });

const DATES = [date('from'), date('until')];
const needed = true;

export const NAME_USES = ['former', 'birth', 'alias', 'other_spelling', 'as_recorded'] as const;
export const SCHEMES = [
  'nhs',
  'upn',
  'former_upn',
  'mosaic',
  'emergency',
  'ssda903',
  'home_office',
  'youth_justice',
  'other',
] as const;
export const ADDRESS_USES = [
  'home',
  'temporary',
  'placement',
  'school',
  'work',
  'letters',
] as const;
export const WARNINGS = [
  'risk_to_worker',
  'risk_of_adult_to_children',
  'home_environment',
  'do_not_disclose',
  'contact_arrangement',
  'protection_order',
  'extra_familial_harm',
  'marac',
  'safeguarding_agreement',
  'restricted_file',
  'duplicate_file',
  'other',
] as const;
export const ROLES = [
  'lead_worker',
  'second_worker',
  'independent_chair',
  'supervising_worker',
  'personal_adviser',
  'lead_professional',
  'clinician',
  'youth_justice_worker',
  'family_support',
] as const;
export const EPISODES = [
  'contact',
  'referral',
  'assessment',
  'strategy_discussion',
  'section47',
  'conference',
  'child_in_need',
  'child_protection',
  'pre_proceedings',
  'proceedings',
  'looked_after',
  'legal_status',
  'placement',
  'missing',
  'care_leaver',
  'early_help',
  'step',
  'private_fostering',
  'young_carer',
  'youth_justice',
] as const;
export const FAMILY_PARTS = ['mother', 'father', 'other_adults', 'siblings'] as const;
/** What somebody may be to a child: family first, then professionals. */
export const FAMILY = [
  'mother',
  'father',
  'parent',
  'expectant_parent',
  'step_parent',
  'adoptive_parent',
  'partner_of_parent',
  'foster_carer',
  'private_foster_carer',
  'special_guardian',
  'kinship_carer',
  'sibling',
  'half_sibling',
  'step_sibling',
  'foster_sibling',
  'grandparent',
  'great_grandparent',
  'aunt_or_uncle',
  'cousin',
  'child',
  'unborn_child',
  'step_child',
  'adopted_child',
  'foster_child',
  'privately_fostered_child',
  'child_of_special_guardian',
  'child_in_kinship_care',
  'child_of_partner',
  'grandchild',
  'great_grandchild',
  'niece_or_nephew',
  'partner',
  'former_partner',
  'spouse',
  'friend',
  'neighbour',
  'lodger',
  'lives_with_lodger',
  'other_family',
  'perpetrator_of_abuse',
  'victim_of_abuse',
  'associate',
] as const;
export const PROFESSIONALS = [
  'social_worker',
  'health_visitor',
  'school_nurse',
  'gp',
  'midwife',
  'teacher',
  'designated_safeguarding_lead',
  'police_officer',
  'probation_officer',
  'guardian_cafcass',
  'advocate',
  'independent_reviewing_officer',
  'other_professional',
  'child_known_to',
] as const;

/** The details that an episode of a kind has beside its dates. */
const DETAILS: Record<string, { of: readonly string[]; list?: string; codes?: readonly string[] }> =
  {
    category: { of: ['child_protection', 'conference'], list: 'abuse_category' },
    legal_status: { of: ['legal_status', 'looked_after'], list: 'legal_status' },
    placement_type: { of: ['placement'], list: 'placement_type' },
    provider: { of: ['placement'], list: 'placement_provider' },
    direction: { of: ['step'], codes: ['up', 'down'] },
    conference: { of: ['conference'], codes: ['initial', 'review'] },
  };

export const DETAIL_NAMES = [...Object.keys(DETAILS), 'outcome', 'end_reason'];

/** The name under which a detail of an episode stands in the form. */
export const detail = (name: string) => `details.${name}`;

const details: Field[] = Object.entries(DETAILS).map(([name, { of, list, codes }]) => ({
  name: detail(name),
  kind: 'choice',
  list,
  choices: codes,
  words: `fact-episode-${name}`,
  when: (typed) => of.includes(String(typed.episode)),
}));

/** What is asked of each kind, in order. */
export const FIELDS: Record<FormKind, Field[]> = {
  other_name: [
    line('name', { needed }),
    choice('used', 'name-use', NAME_USES, { needed }),
    ...DATES,
  ],
  identifier: [
    choice('scheme', 'scheme', SCHEMES, { needed }),
    line('value', { needed }),
    ...DATES,
  ],
  address: [
    text('lines', { needed }),
    line('postcode'),
    choice('used', 'address-use', ADDRESS_USES, { needed }),
    ...DATES,
    tick('do_not_contact'),
    tick('hidden'),
    { name: 'hidden_from', kind: 'people', when: (typed) => typed.hidden === true },
    text('note'),
  ],
  phone_or_email: [
    choice('by', 'reach-by', ['phone', 'email'], { needed }),
    line('value', { needed }),
    line('note'),
    tick('do_not_contact'),
    ...DATES,
  ],
  relationship: [
    { name: 'of', kind: 'person', needed },
    choice('relation', 'relation', [...FAMILY, ...PROFESSIONALS], { needed }),
    { name: 'parental_responsibility', kind: 'yes_no' },
    tick('main_carer'),
    tick('lives_with'),
    ...DATES,
    text('note'),
  ],
  not_known: [choice('part', 'family-part', FAMILY_PARTS, { needed }), text('because', { needed })],
  warning: [
    choice('warning', 'warning', WARNINGS, { needed }),
    text('text', { needed }),
    { name: 'risk_from', kind: 'person' },
    date('from', { needed, start: 'today' }),
    date('review_by'),
    choice('told', 'told', ['yes', 'no']),
    date('told_on', { needed, start: 'today', when: (typed) => typed.told === 'yes' }),
    line('told_how', { needed, when: (typed) => typed.told === 'yes' }),
    text('told_because', { needed, when: (typed) => typed.told === 'no' }),
    line('agreed_with'),
    text('review_note'),
    date('until'),
  ],
  allocation: [
    line('team', { needed }),
    line('worker', {}),
    line('email', {}),
    choice('role', 'role', ROLES, { needed, start: 'lead_worker' }),
    choice('priority', 'priority', ['urgent', 'high', 'medium', 'low']),
    date('from', { needed, start: 'today' }),
    text('reason'),
    text('handover'),
    date('until'),
    text('ended_because'),
  ],
  episode: [
    choice('episode', 'episode', EPISODES, { needed }),
    { name: 'from', kind: 'when', needed, start: 'today' },
    ...details,
    date('own_date'),
    { name: 'until', kind: 'when' },
    line(detail('outcome')),
    line(detail('end_reason')),
    text('note'),
  ],
  summary: [
    date('on', { needed, start: 'today' }),
    text('who_am_i', { needed }),
    text('what_matters'),
    text('what_next'),
  ],
  mark: [tick('significant', { start: true }), line('headline'), tick('life_story')],
  not_told: [
    choice('unaware', 'unaware', ['child', 'parent', 'both'], { needed }),
    text('passage'),
    text('because', { needed }),
  ],
  sent: [
    line('what', { needed }),
    line('to', { needed }),
    line('agency'),
    line('how', { needed }),
    date('on', { needed, start: 'today' }),
  ],
};

/** What is asked when a fact only ends. */
export const END_FIELDS: Partial<Record<FormKind, string[]>> = {
  other_name: ['until'],
  identifier: ['until'],
  address: ['until'],
  phone_or_email: ['until'],
  relationship: ['until'],
  warning: ['until', 'review_note'],
  allocation: ['until', 'ended_because'],
  episode: ['until', detail('outcome'), detail('end_reason')],
};

export function isFormKind(kind: string): kind is FormKind {
  return kind in FIELDS;
}
