import { createLog } from '../../src/kernel/log.ts';
import { makeReadyDatabases } from './server/ready-databases.ts';
import { buildRoot, VERSIONS, whyNot } from './server/roots.ts';

/** Makes what the tests on real Odoos need, or says why it cannot be had and ends with 1: `.ci/run` asks first. */
try {
  const reason = whyNot();
  if (reason !== undefined) throw new Error(reason);
  for (const version of VERSIONS) await buildRoot(version);
  await makeReadyDatabases(createLog({ logLevel: 'warn', logFormat: 'json' }, false));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
