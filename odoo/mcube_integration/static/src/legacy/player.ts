import { drawPlayer } from '../core/draw-player.ts';

/** `widget="mcube_player"`: a recording's address becomes a player. */
export function addPlayer(require: LegacyRequire): void {
  const player = require('web.AbstractField').extend({
    className: 'o_mcube_recording',
    supportedFieldTypes: ['char'],
    isSet: () => true,
    _render() {
      this.el.replaceChildren(...drawPlayer(this.value, this.nodeOptions.listen === true));
    },
  });
  require('web.field_registry').add('mcube_player', player);
}
