import { knownFields } from '../../../odoo/reading/known-fields.ts';
import { type Reading, readChanges } from '../../../odoo/reading/read-changes.ts';
import { idOf } from '../../../odoo/reading/row-values.ts';
import { answerOf } from '../../../odoo/transport/failure.ts';
import type { OdooRow } from '../../../odoo/transport/read-rows.ts';
import type { OdooTransport } from '../../../odoo/transport/transport.ts';

/** All rows of a model that has few, page by page. Of the fields, those that this Odoo has. */
export async function readAll(
  transport: OdooTransport,
  model: string,
  wanted: readonly string[],
  domain: readonly unknown[] = [],
): Promise<OdooRow[]> {
  const reading: Reading = { model, fields: answerOf(await knownFields(transport, model, wanted)), domain };
  const rows: OdooRow[] = [];
  for (let afterId = 0; ; ) {
    const page = answerOf(await readChanges(transport, reading, { from: undefined, afterId }, PAGE));
    rows.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return rows;
    afterId = idOf(last);
  }
}

const PAGE = 500;
