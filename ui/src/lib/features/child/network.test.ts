import { expect, test } from 'vitest';
import { network } from './child.fixture';
import { draw, roleOf, short } from './network';

test('everybody is drawn once, and nobody on top of somebody else', () => {
  const twice = { ...network, members: [...network.members, ...network.members] };
  const { people } = draw(twice);
  expect(people.map((one) => one.id).toSorted()).toEqual(
    [network.person.id, ...network.members.map((member) => member.person.id)].toSorted(),
  );
  const places = people.map((one) => `${one.x} ${one.y}`);
  expect(new Set(places).size).toBe(people.length);
});

test('elders stand above the child and professionals below', () => {
  const { people } = draw(network);
  const y = (id: string) => people.find((one) => one.id === id)?.y ?? 0;
  expect(y('ayse')).toBeLessThan(y('amira'));
  expect(y('amira')).toBeLessThan(y('zoe'));
  expect(y('tomas')).toBe(y('zoe'));
  expect(y('zoe')).toBeLessThan(y('pat'));
});

test('every line leads to the one to whom somebody is something', () => {
  const { lines, people } = draw(network);
  expect(lines).toHaveLength(network.members.length);
  const [amira, ayse] = ['amira', 'ayse'].map((id) => people.find((one) => one.id === id));
  const line = lines.find((one) => one.id.startsWith('rel-ayse'));
  expect([line?.x1, line?.y1]).toEqual([ayse?.x, ayse?.y]);
  expect([line?.x2, line?.y2]).toEqual([amira?.x, amira?.y]);
});

test('a child with nobody around is drawn alone', () => {
  expect(draw({ ...network, members: [] }).people).toHaveLength(1);
});

test('what somebody is says what matters about it', () => {
  const [mother] = network.members;
  expect(mother && roleOf(mother)).toBe(
    'mother, main carer, parental responsibility, same household',
  );
});

test('a long name is shortened and never cut to nothing', () => {
  expect(short('Maximiliana Example-Placeholder')).toMatch(/^Maximiliana Example-\S*…$/);
});
