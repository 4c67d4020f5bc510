import { loadStages, STAGE_LIST } from '../../models/stage-list.ts';
import { listAndRead } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { presentStage, Stage } from '../presenters/stage.ts';

/** The stages a lead goes through. */
export function stages(app: App, parts: ServerParts): void {
  listAndRead(app, parts, {
    path: '/api/stages',
    model: 'crm.stage',
    list: STAGE_LIST,
    load: loadStages,
    schema: Stage,
    present: presentStage,
  });
}
