import type { NetworkMember, NetworkView } from '$lib/api/generated';
import { has, t } from '$lib/words/catalogue';

const relation = (code: string) => (has(`relation-${code}`) ? t(`relation-${code}`) : code);

/** What somebody is, with what matters most about it: "mother, main carer". */
export function roleOf(member: NetworkMember): string {
  return [
    relation(member.relation),
    member.main_carer && t('network-main-carer'),
    member.parental_responsibility && t('network-parental'),
    member.lives_with && t('network-lives-with'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Somebody drawn: a box with its middle at `x`, `y`. */
export interface Drawn {
  id: string;
  name: string;
  role: string;
  x: number;
  y: number;
  professional: boolean;
  ended: boolean;
}

/** A line from somebody to whom they are something. */
export interface Line {
  id: string;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  ended: boolean;
  home: boolean;
}

export interface Drawing {
  width: number;
  height: number;
  people: Drawn[];
  lines: Line[];
}

const BOX = { width: 190, height: 54, gap: 20 };
const ROW = 110;
const ACROSS = 4;

const ELDERS =
  /mother|father|parent|carer|guardian|aunt|grand(?!child)|partner_of|expectant|perpetrator/;
const YOUNGER = /child|niece|grandchild/;

/** In which row somebody stands: above the child, beside it, or below; professionals last. */
function level(member: NetworkMember): number {
  if (member.professional) return 3;
  if (member.relation === 'grandparent' || member.relation === 'great_grandparent') return 0;
  if (ELDERS.test(member.relation)) return 1;
  return YOUNGER.test(member.relation) ? 2.6 : 2;
}

/**
 * A family as a small drawing: elders above, brothers and sisters beside, professionals below. At
 * most four stand in a row; the list beside the drawing says the same in words.
 */
export function draw(network: NetworkView): Drawing {
  // Somebody may stand on the list twice: as the mother of the child and as that of its brother.
  const once = new Map<string, NetworkMember>();
  for (const member of network.members) {
    if (!once.has(member.person.id)) once.set(member.person.id, member);
  }
  const levels = new Map<number, (NetworkMember | null)[]>([[2, [null]]]);
  for (const member of once.values()) {
    const at = level(member);
    levels.set(at, [...(levels.get(at) ?? []), member]);
  }
  const rows = [...levels.entries()]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([, row]) => chunks(row, ACROSS));
  const most = Math.max(...rows.map((row) => row.length));
  const width = most * (BOX.width + BOX.gap) + BOX.gap;
  const people: Drawn[] = rows.flatMap((row, number) => {
    const start = (width - row.length * (BOX.width + BOX.gap)) / 2 + (BOX.width + BOX.gap) / 2;
    return row.map((member, index) => ({
      id: member?.person.id ?? network.person.id,
      name: member?.person.name ?? network.person.name,
      role: member ? relation(member.relation) : '',
      x: start + index * (BOX.width + BOX.gap),
      y: number * ROW + ROW / 2,
      professional: member?.professional ?? false,
      ended: member ? !member.holds : false,
    }));
  });
  const places = new Map(people.map((person) => [person.id, person]));
  const lines = network.members.flatMap((member): Line[] => {
    const [from, to] = [places.get(member.person.id), places.get(member.to)];
    if (!from || !to) return [];
    const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    return [
      { id: member.fact + member.to, ...ends, ended: !member.holds, home: member.lives_with },
    ];
  });
  return { width, height: rows.length * ROW, people, lines };
}

function chunks<T>(all: T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}

/** A name that fits into its box. */
export function short(text: string, most = 24): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
