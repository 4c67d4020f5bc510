import { Component, useEffect, useRef, xml } from '@odoo/owl';
import { registry } from '@web/core/registry';
import { useService } from '@web/core/utils/hooks';
import { drawCallButton } from '../core/draw-call-button.ts';
import type { FieldProps } from './field-props.ts';

/** Puts the call button beside every telephone number: each phone field is wrapped, whatever it is made of. */
export function addCallButtons(): void {
  const fields = registry.category('fields');
  for (const name of ['phone', 'form.phone', 'list.phone', 'kanban.phone']) {
    if (!fields.contains(name)) continue;
    const field = fields.get(name);
    // Until 16 a field is its component; later a description that other modules extend in place, as we do.
    if (typeof field === 'function') fields.add(name, Object.assign(wrap(field), { ...field }), { force: true });
    else if (isDescription(field)) field.component = wrap(field.component);
  }
}

function isDescription(field: unknown): field is { component: unknown } {
  return typeof field === 'object' && field !== null && 'component' in field;
}

function wrap(inner: unknown) {
  return class PhoneFieldWithCall extends Component<FieldProps> {
    static override template =
      xml`<div class="d-inline-flex w-100 align-items-center"><t t-component="inner" t-props="props"/><span t-ref="call"/></div>`;
    static override props = ['*'];
    inner = inner;

    override setup(): void {
      const host = useRef('call');
      const notification = useService('notification');
      useEffect(
        () => {
          const { record, name } = this.props;
          const phoneNumber = record.data[name];
          if (typeof phoneNumber !== 'string' || phoneNumber === '') host.el?.replaceChildren();
          else
            host.el?.replaceChildren(
              drawCallButton({ phoneNumber, leadId: leadOf(this.props) }, (text, type) =>
                notification.add(text, { type }),
              ),
            );
          return undefined;
        },
        () => [this.props.record.data[this.props.name], this.props.record.resId],
      );
    }
  };
}

function leadOf({ record }: FieldProps): number | undefined {
  if (record.resModel === 'crm.lead' && typeof record.resId === 'number') return record.resId;
  const lead = record.data.x_lead_id;
  // A many2one is a pair until 18 and an object later.
  if (Array.isArray(lead) && typeof lead[0] === 'number') return lead[0];
  return typeof lead === 'object' && lead !== null && 'id' in lead && typeof lead.id === 'number' ? lead.id : undefined;
}
