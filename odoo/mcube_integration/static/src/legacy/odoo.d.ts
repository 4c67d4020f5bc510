/** What we use of the web client of Odoo 14 and 15. */
declare const odoo: {
  define(name: string, needed: readonly string[], factory: (require: LegacyRequire) => void): void;
};

interface LegacyRequire {
  (name: 'web.AbstractField'): LegacyClass<LegacyField>;
  (name: 'web.basic_fields'): { FieldPhone: LegacyClass<LegacyField> };
  (name: 'web.field_registry'): { add(name: string, field: unknown): void };
  (name: 'web.SystrayMenu'): { Items: unknown[] };
  (name: 'web.Widget'): LegacyClass<LegacyWidget>;
}

interface LegacyClass<Base> {
  extend<Members extends object>(members: Members & ThisType<Base & Members>): LegacyClass<Base & Members>;
  include<Members extends object>(members: Members & ThisType<Base & Members>): void;
}

interface LegacyWidget {
  el: HTMLElement;
  _super(...args: unknown[]): unknown;
  do_action(action: object): unknown;
  displayNotification(options: { message: string; type: 'info' | 'danger' }): void;
}

interface LegacyField extends LegacyWidget {
  value: unknown;
  model: string;
  res_id: number | undefined;
  recordData: Record<string, unknown>;
  nodeOptions: Record<string, unknown>;
}
