import { drawCallButton } from '../core/draw-call-button.ts';

/** Puts the call button beside every telephone number that is shown. */
export function addCallButtons(require: LegacyRequire): void {
  require('web.basic_fields').FieldPhone.include({
    _renderReadonly() {
      const rendered = this._super();
      if (typeof this.value !== 'string' || this.value === '') return rendered;
      const wish = { phoneNumber: this.value, leadId: leadOf(this) };
      const button = drawCallButton(wish, (message, type) => this.displayNotification({ message, type }));
      // Within the link, which is all there is of the field: it is drawn anew, and the button with it, whenever its value changes.
      this.el.append(button);
      return rendered;
    },
  });
}

function leadOf({ model, res_id, recordData }: LegacyField): number | undefined {
  if (model === 'crm.lead') return res_id;
  const lead = recordData.x_lead_id;
  const id = typeof lead === 'object' && lead !== null && 'res_id' in lead ? lead.res_id : undefined;
  return typeof id === 'number' ? id : undefined;
}
