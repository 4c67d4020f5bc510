import { Component, useEffect, useRef, xml } from '@odoo/owl';
import { registry } from '@web/core/registry';
import { standardFieldProps } from '@web/views/fields/standard_field_props';
import { drawPlayer } from '../core/draw-player.ts';
import type { FieldProps } from './field-props.ts';

/** `widget="mcube_player"`: a recording's address becomes a player. */
export function addPlayer(): void {
  const fields = registry.category('fields');
  // Until 16 a field is its component; later a description of it.
  const descriptive = typeof fields.get('char') !== 'function';
  fields.add('mcube_player', descriptive ? DESCRIPTION : Player);
}

class Player extends Component<FieldProps & { listen?: boolean }> {
  static override template = xml`<div class="o_mcube_recording" t-ref="player"/>`;
  static override props = { ...standardFieldProps, listen: { type: Boolean, optional: true } };
  static supportedTypes = ['char'];
  static extractProps = ({ attrs }: { attrs: { options?: { listen?: boolean } } }) => ({
    listen: attrs.options?.listen === true,
  });

  override setup(): void {
    const host = useRef('player');
    useEffect(
      () => {
        host.el?.replaceChildren(...drawPlayer(this.props.record.data[this.props.name], this.props.listen === true));
        return undefined;
      },
      () => [this.props.record.data[this.props.name]],
    );
  }
}

const DESCRIPTION = {
  component: Player,
  displayName: 'Recording',
  supportedTypes: ['char'],
  extractProps: ({ options }: { options: { listen?: boolean } }) => ({ listen: options.listen === true }),
};
