import { Type } from 'typebox';
import { type Child, type ChildOptions, startChild } from './child.ts';

/** The service, as processes of the given roles on one database. */
export type Service = { url: string; stop(): Promise<void> };

export type Layout = 'one process' | 'web and worker';

export async function startService(databaseUrl: string, layout: Layout, options: ChildOptions): Promise<Service> {
  const roles = layout === 'one process' ? ['web,worker'] : ['worker', 'web'];
  const children: Child[] = [];
  const stop = async () => {
    // The accepting one first.
    for (const child of children.toReversed()) await child.stop();
  };
  try {
    let url = '';
    for (const role of roles) {
      const child = startChild('children/service.ts', [databaseUrl, role], options);
      children.push(child);
      url = (await child.next(Type.Object({ url: Type.String() }))).url;
    }
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
