/** By the place that a tag has in Odoo's palette; none reads worse on dark than on light, since only an edge wears it. */
export const TAG_COLOURS: readonly string[] = [
  '#8a9499',
  '#d1483c',
  '#d9822b',
  '#d6b022',
  '#3f8fc5',
  '#8e4f8b',
  '#d97b73',
  '#2f8f94',
  '#3d5a96',
  '#c2386b',
  '#3b9a5c',
  '#7a5bb5',
];
