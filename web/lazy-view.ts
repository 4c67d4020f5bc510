import { type ComponentType, lazy } from 'react';
import { loadPart } from './updates/load-part.ts';

/** A view whose script comes when it is shown first, or before, to whoever calls `load`. */
export type View = ComponentType & { load: () => Promise<unknown> };

export function lazyView(load: () => Promise<{ default: ComponentType }>): View {
  return Object.assign(
    lazy(() => loadPart(load)),
    { load },
  );
}
