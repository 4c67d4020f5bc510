import { answered, type OdooAnswer } from '../transport/failure.ts';
import { isRow } from '../transport/read-rows.ts';
import type { OdooTransport } from '../transport/transport.ts';

/** Those of these fields that a model has for us: versions differ, and so do the modules that are installed. */
export async function knownFields(
  transport: OdooTransport,
  model: string,
  wanted: readonly string[],
): Promise<OdooAnswer<readonly string[]>> {
  const answer = await transport.call({ model, method: 'fields_get', named: { attributes: ['type'] } });
  if (answer.kind === 'failed') return answer;
  const known = isRow(answer.value) ? answer.value : {};
  return answered(wanted.filter((field) => field in known));
}
