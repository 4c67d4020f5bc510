import { describe, expect, test } from 'vitest';
import { moduleVersion, readModuleFiles } from './module-files.ts';
import { writeForVersion } from './write-for-version.ts';

describe('a text of the module', () => {
  test('speaks of lists or trees, of conditions or attrs, as its version does', () => {
    const text = '<list><field name="x" invisible="not x_url"/></list><field name="view_mode">list,form</field>';
    expect(writeForVersion(text, 19)).toBe(text);
    expect(writeForVersion(text, 17)).toBe(
      '<tree><field name="x" invisible="not x_url"/></tree><field name="view_mode">tree,form</field>',
    );
    expect(writeForVersion(text, 14)).toBe(
      `<tree><field name="x" attrs="{'invisible': [('x_url', '=', False)]}"/></tree><field name="view_mode">tree,form</field>`,
    );
  });

  test('leaves what hides always as it is, and refuses a condition it cannot say', () => {
    expect(writeForVersion('<field name="x" invisible="1"/>', 14)).toBe('<field name="x" invisible="1"/>');
    expect(() => writeForVersion('<a invisible="x == 1"/>', 14)).toThrow('x == 1');
  });

  test('keeps the parts of its version', () => {
    const text = 'a\n  <!-- [odoo >= 15] -->\n  new\n  <!-- [end] -->\n# [odoo < 15]\nold\n# [end]\nb\n';
    expect(writeForVersion(text, 15)).toBe('a\n  new\nb\n');
    expect(writeForVersion(text, 14)).toBe('a\nold\nb\n');
  });
});

test.each([14, 15, 16, 17, 18, 19])(
  'the module for %i names each of its files, and carries its widgets',
  async (major) => {
    const files = await readModuleFiles(major);
    const manifest = Buffer.from(files.get('__manifest__.py') ?? []).toString();
    const named = [...manifest.matchAll(/^ {8}'([^']+\.(?:xml|csv|sql))',$/gm)].map(([, path]) => path);
    expect(named.length).toBeGreaterThan(10);
    for (const path of named) expect(files.has(path ?? '')).toBe(true);
    expect(files.has(major >= 15 ? 'static/lib/mcube.js' : 'lib/mcube.js')).toBe(true);
    expect(moduleVersion(files)).toMatch(/^\d+\.\d+\.\d+$/);
  },
);
