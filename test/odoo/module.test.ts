import { describe, expect, test } from 'vitest';
import { readModuleFiles } from '../../src/odoo/module/module-files.ts';
import { answerOf } from '../../src/odoo/transport/failure.ts';
import { openTransport } from '../../src/odoo/transport/open-transport.ts';
import { installModule } from '../../src/services/odoo/install-module.ts';
import { uninstallModule } from '../../src/services/odoo/uninstall-module.ts';
import { VERSIONS } from './server/roots.ts';
import { ADMIN, startOdoo, type TestOdoo } from './support/odoo.ts';

describe.each(VERSIONS)('our module in Odoo %i', async (version) => {
  const odoo = await startOdoo(version);
  const way = answerOf(await openTransport({ url: odoo.url, db: odoo.db, login: ADMIN.login, key: odoo.adminKey }));
  const quiet = () => undefined;
  const rightsBefore = await rightsIn(odoo);
  expect(rightsBefore).toContain('Sales');

  test('that Odoo cannot take in leaves nothing behind', async () => {
    const files = await readModuleFiles(version);
    change(files, 'views/res_users_views.xml', (text) =>
      text.replace('field name="x_name" placeholder', 'field name="x_typo" placeholder'),
    );
    await expect(installModule(way, quiet, { files })).rejects.toThrow('res_users_views.xml');
    expect(await tracesIn(odoo)).toEqual({});
  });

  test('installs', async () => {
    expect(await installModule(way, quiet)).toEqual({ version: '1.0.0', before: undefined });
  });

  test('has its group in the user form, where all others are as before', async () => {
    const rights = await rightsIn(odoo);
    expect(rights).toContain('MCUBE');
    expect(rights.filter((right) => right !== 'MCUBE')).toEqual(rightsBefore);
  });

  test('keeps a call once, though twenty write it at one instant', async () => {
    const vals_list = [{ x_call_id: 'once', x_phone_number: '9000000001', x_direction: 'inbound' }];
    const create = { model: 'x_mcube_call_record', method: 'create', named: { vals_list } };
    const answers = await Promise.all(Array.from({ length: 20 }, () => odoo.admin.call(create)));
    expect(await odoo.call('x_mcube_call_record', 'search_count', { domain: [['x_call_id', '=', 'once']] })).toBe(1);
    const kinds = answers.map((answer) => (answer.kind === 'failed' ? answer.failure.kind : answer.kind)).sort();
    expect(kinds.filter((kind) => kind === 'answered')).toHaveLength(1);
    expect(new Set(kinds.slice(1))).toEqual(new Set(['duplicate']));
  });

  test('computes what follows from the rest', async () => {
    const lead = Number([await odoo.call('crm.lead', 'create', { vals_list: [{ name: 'Caller' }] })].flat()[0]);
    await odoo.call('x_mcube_call_record', 'create', {
      vals_list: [
        {
          x_call_id: 'whole',
          x_lead_id: lead,
          x_direction: 'outbound',
          x_phone_number: '9000000002',
          x_duration: 120,
          x_recording_url: 'https://recordings.example.com/1.wav',
        },
      ],
    });
    const fields = ['x_duration_minutes', 'x_has_recording'];
    expect(await odoo.rows('x_mcube_call_record', [['x_call_id', '=', 'whole']], fields)).toMatchObject([
      { x_duration_minutes: 2, x_has_recording: true },
    ]);
    expect(await odoo.rows('crm.lead', [['id', '=', lead]], ['x_call_count', 'x_call_record_ids'])).toMatchObject([
      { x_call_count: 1, x_call_record_ids: [expect.any(Number)] },
    ]);
  });

  test('has views that Odoo renders', async () => {
    const lead = await viewOf(odoo, 'crm.lead', 'form');
    expect(lead).toContain('x_call_count');
    expect(lead).toContain('mcube_call_records');
    for (const type of [version >= 18 ? 'list' : 'tree', 'form', 'search', 'graph', 'pivot'])
      expect(await viewOf(odoo, 'x_mcube_call_record', type)).toContain('x_outcome');
    for (const name of ['view_users_form', 'view_users_form_simple_modif'])
      expect(await userForm(odoo, name)).toContain('x_mcube_virtual_number');
  });

  test('is upgraded, and its data kept', async () => {
    const files = await readModuleFiles(version);
    change(files, '__manifest__.py', (text) => text.replace("'1.0.0'", "'1.1.0'"));
    change(files, 'models/mcube_call_record.xml', (text) => text.replace('</data>', `${NEW_FIELD}</data>`));
    expect(await installModule(way, quiet, { files })).toEqual({ version: '1.1.0', before: '1.0.0' });
    const kept = await odoo.rows('x_mcube_call_record', [['x_call_id', '=', 'whole']], ['x_new', 'x_phone_number']);
    expect(kept).toMatchObject([{ x_new: false, x_phone_number: '9000000002' }]);
  });

  test('is uninstalled without a trace', async () => {
    await uninstallModule(way, quiet);
    expect(await tracesIn(odoo)).toEqual({});
    expect(await viewOf(odoo, 'crm.lead', 'form')).not.toContain('x_call');
    expect(await rightsIn(odoo)).toEqual(rightsBefore);
    expect(await odoo.call('crm.lead', 'search_count', { domain: [['name', '=', 'Caller']] })).toBe(1);
  });

  // The same on every version, and slow.
  test.runIf(version === 19)('installs where Odoo must first be made to take modules in', async () => {
    const [importer] = await odoo.rows('ir.module.module', [['name', '=', 'base_import_module']], ['id']);
    await odoo.call('ir.module.module', 'button_immediate_uninstall', {}, [Number(importer?.id)]);
    const steps: string[] = [];
    await installModule(way, (step) => steps.push(step));
    expect(steps.join()).toContain('Base import module');
  });
});

const NEW_FIELD = `<record id="field_new" model="ir.model.fields">
  <field name="model_id" ref="model_x_mcube_call_record"/><field name="name">x_new</field>
  <field name="field_description">New</field><field name="ttype">char</field><field name="state">manual</field>
</record>`;

function change(files: Map<string, Uint8Array>, path: string, how: (text: string) => string): void {
  files.set(path, Buffer.from(how(Buffer.from(files.get(path) ?? []).toString())));
}

async function viewOf(odoo: TestOdoo, model: string, type: string, id?: number): Promise<string> {
  const view_id = id ?? false;
  const answer =
    odoo.version >= 16
      ? await odoo.call(model, 'get_views', { views: [[view_id, type]] })
      : await odoo.call(model, 'fields_view_get', { view_id, view_type: type });
  return JSON.stringify(answer);
}

async function userForm(odoo: TestOdoo, name: string): Promise<string> {
  const domain = [
    ['module', '=', 'base'],
    ['name', '=', name],
  ];
  const [view] = await odoo.rows('ir.model.data', domain, ['res_id']);
  return await viewOf(odoo, 'res.users', 'form', Number(view?.res_id));
}

/** What rights the user form offers: below 19 Odoo writes that part of the form itself, whenever groups change. */
async function rightsIn(odoo: TestOdoo): Promise<string[]> {
  if (odoo.version < 19) {
    const form = await userForm(odoo, 'view_users_form');
    return [...form.matchAll(/"(?:sel|in)_group[^"]*":\{[^}]*?"string":"([^"]*)"/g)].map(([, name]) => name ?? '');
  }
  const told = await odoo.call('res.users', 'default_get', { fields: ['view_group_hierarchy'] });
  const { privileges } = Object(Reflect.get(Object(told), 'view_group_hierarchy'));
  return Object.values(Object(privileges)).map((privilege) => String(Reflect.get(Object(privilege), 'name')));
}

/** What is left that carries our name, by table; {} is nothing. */
async function tracesIn(odoo: TestOdoo): Promise<Record<string, unknown>> {
  const looks = {
    ir_model: "model like 'x_mcube%'",
    ir_model_fields: "name like 'x_mcube%' or name like 'x_call%'",
    ir_ui_view: "name like '%mcube%' or arch_db::text like '%x_mcube%' or arch_db::text like '%mcube_integration%'",
    ir_attachment: "url like '%mcube_integration%'",
    ir_model_data: "module = 'mcube_integration'",
    ir_ui_menu: "name::text like '%Call Records%'",
    ir_rule: "name like 'Call re%'",
    res_groups: "name::text like '%MCUBE%'",
    ir_module_category: "name::text like '%MCUBE%'",
    ...(odoo.version >= 19 && { res_groups_privilege: "name::text like '%MCUBE%'" }),
    ir_module_module: "name = 'mcube_integration'",
    ...(odoo.version >= 15 && { ir_asset: "path like '%mcube_integration%'" }),
    pg_class: "relname like 'x_mcube%'",
    'information_schema.columns': "column_name like 'x_mcube%' or column_name like 'x_call%'",
  };
  const traces: Record<string, unknown> = {};
  for (const [table, condition] of Object.entries(looks)) {
    const rows = await odoo.sql(`select * from ${table} where ${condition}`);
    if (rows.length > 0) traces[table] = rows;
  }
  return traces;
}
