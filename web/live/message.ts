/** Records of a model that were created, changed or deleted. */
export type Change = { model: string; ids: number[] };

export type LiveState = 'connecting' | 'open' | 'lost';

/** What the tab that holds the stream tells the others. */
export type LiveMessage =
  | { kind: 'change'; change: Change; position: string | undefined }
  /** Too much was missed: whatever was loaded may be old. */
  | { kind: 'reset'; position: string | undefined }
  | { kind: 'state'; state: LiveState }
  | { kind: 'signed-out' };

export function readMessage(text: string): Change | undefined {
  const given: unknown = JSON.parse(text);
  if (typeof given !== 'object' || given === null || !('model' in given) || !('ids' in given)) return undefined;
  const { model, ids } = given;
  if (typeof model !== 'string' || !Array.isArray(ids)) return undefined;
  return { model, ids: ids.filter((id) => typeof id === 'number') };
}
