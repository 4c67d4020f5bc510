import type { Tx } from '../../db/database.ts';
import { type AgentDirectory, findAgents } from '../../models/agent-directory.ts';
import { type Candidate, findLeadsByIds, findLeadsByNumbers } from '../../models/lead-matching.ts';
import { normalisePhoneNumber } from '../../models/phone-number.ts';
import { findOwnNumbers, learnVirtualNumbers } from '../../models/virtual-number.ts';
import type { CallSettings, Draft } from './draft.ts';

/** What the database knows around a batch of calls. */
export type Surroundings = {
  agents: AgentDirectory;
  ownNumbers: ReadonlySet<string>;
  leadsByNumber: ReadonlyMap<string, Candidate[]>;
  /** Leads on which calls of the batch already stand. */
  leadsById: ReadonlyMap<number, Candidate>;
};

/** Reads everything the batch needs, each kind of thing in one statement; virtual numbers never seen are learned first. */
export async function lookAround(tx: Tx, drafts: readonly Draft[], settings: CallSettings): Promise<Surroundings> {
  const virtualNumbers = new Map<string, string>();
  const phones = new Set<string>();
  const emails = new Set<string>();
  const numbers = new Set<string>();
  const leadIds = new Set<number>();
  for (const { call, before, ringing_phone } of drafts) {
    const virtualNumber = normalisePhoneNumber(call.virtual_number, settings.defaultRegion);
    if (virtualNumber !== null && call.virtual_number !== null) virtualNumbers.set(virtualNumber, call.virtual_number);
    const phone = normalisePhoneNumber(call.agent_phone, settings.defaultRegion);
    if (phone !== null) phones.add(phone);
    const ringing =
      ringing_phone === call.agent_phone ? null : normalisePhoneNumber(ringing_phone, settings.defaultRegion);
    if (ringing !== null) phones.add(ringing);
    if (call.agent_email !== null) emails.add(call.agent_email.toLowerCase());
    if (call.phone_sanitized !== null) numbers.add(call.phone_sanitized);
    if (before?.lead_id != null) leadIds.add(before.lead_id);
  }
  const callers = [...numbers];
  const keys = { virtualNumbers: virtualNumbers.keys(), phones, emails, fallbackLogin: settings.fallbackLogin };
  const [agents, known, leadsByNumber, leadsById] = await Promise.all([
    findAgents(tx, keys),
    findOwnNumbers(tx, [...callers, ...virtualNumbers.keys()]),
    findLeadsByNumbers(tx, callers),
    findLeadsByIds(tx, [...leadIds]),
  ]);
  const unknown = [...virtualNumbers].filter(([number]) => !known.has(number));
  if (unknown.length === 0) return { agents, ownNumbers: known, leadsByNumber, leadsById };
  await learnVirtualNumbers(tx, new Map(unknown));
  return { agents, ownNumbers: await findOwnNumbers(tx, callers), leadsByNumber, leadsById };
}
