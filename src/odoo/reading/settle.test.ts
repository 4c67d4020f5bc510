import { expect, test } from 'vitest';
import { settle } from './settle.ts';

const WAS = { name: 'Was', email: 'was@example.com', user_id: 1 };

test('What was edited in Odoo is taken, what was edited only here is not, and both is a conflict', () => {
  const there = { ...WAS, name: 'Edited there', user_id: 2 };
  const here = { ...WAS, email: 'edited@example.com', user_id: 3 };
  expect(settle(WAS, there, here)).toEqual({ take: ['name', 'user_id'], conflicts: ['user_id'] });
});

test('A field that was emptied in Odoo is empty; one that both sides changed to the same is none of anybody’s business', () => {
  expect(settle(WAS, { ...WAS, email: null, user_id: 2 }, { ...WAS, user_id: 2 })).toEqual({
    take: ['email'],
    conflicts: [],
  });
});

test('At the first meeting Odoo wins where it says something; only what a person wrote here is missed', () => {
  const there = { name: 'Meera', email: null, user_id: 2 };
  expect(settle(undefined, there, WAS, new Set(['name']))).toEqual({
    take: ['name', 'user_id'],
    conflicts: ['user_id'],
  });
  expect(settle(undefined, there, { ...WAS, user_id: null })).toEqual({
    take: ['name', 'user_id'],
    conflicts: ['name'],
  });
});

test('Reading the same once more changes nothing', () => {
  expect(settle(WAS, WAS, { ...WAS, name: 'Edited here' })).toEqual({ take: [], conflicts: [] });
});
