/**
 * The module is written once, in the words of the newest Odoo. This puts a text of it into the words of another version.
 *
 * What only some versions have stands between `[odoo >= 15]` (or `[odoo < 15]`) and `[end]`, each in a comment of its own.
 */
export function writeForVersion(text: string, major: number): string {
  const chosen = chooseParts(text, major);
  return major >= FIRST_LIST ? chosen : speakOldXml(chosen, major);
}

/** `<list>` was `<tree>` below 18. */
const FIRST_LIST = 18;
/** A condition was a domain in `attrs` below 17. */
const FIRST_EXPRESSIONS = 17;

const PART = /^[ \t]*(?:#|<!--) \[odoo (>=|<) (\d+)\](?: -->)?\n([\s\S]*?)^[ \t]*(?:#|<!--) \[end\](?: -->)?\n/gm;

function chooseParts(text: string, major: number): string {
  return text.replace(PART, (_all, comparison: string, bound: string, part: string) =>
    (comparison === '>=' ? major >= Number(bound) : major < Number(bound)) ? part : '',
  );
}

function speakOldXml(text: string, major: number): string {
  const trees = text
    .replace(/<(\/?)list(?=[\s>])/g, '<$1tree')
    .replace(
      /(<field name="view_mode">)([^<]*)(<\/field>)/g,
      (_all, before: string, modes: string, after: string) => `${before}${modes.replace(/\blist\b/, 'tree')}${after}`,
    );
  return major >= FIRST_EXPRESSIONS ? trees : trees.replace(/ invisible="([^"]*)"/g, oldCondition);
}

/** `invisible="not x_field"` and `invisible="x_field"`; whoever needs more says here what it was called. */
function oldCondition(attribute: string, condition: string): string {
  if (/^[01]$/.test(condition)) return attribute;
  const [, not, field] = /^(not )?(\w+)$/.exec(condition) ?? [];
  if (field === undefined) throw new Error(`write-for-version.ts cannot put invisible="${condition}" into old words.`);
  return ` attrs="{'invisible': [('${field}', '${not === undefined ? '!=' : '='}', False)]}"`;
}
