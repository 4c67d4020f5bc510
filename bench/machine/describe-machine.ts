import { availableParallelism, cpus, totalmem } from 'node:os';

/** What the figures were measured on, in one line. */
export function describeMachine(postgresVersion: string): string {
  const model = cpus()[0]?.model.replace(/\s+/g, ' ') ?? 'unknown processor';
  const memory = Math.round(totalmem() / 1024 ** 3);
  return (
    `${availableParallelism()} cores (${model}), ${memory} GB, ${process.platform}-${process.arch}, Node ${process.versions.node}, ` +
    `embedded PostgreSQL ${postgresVersion} with the service's default settings (fsync on); everything on this one machine, over loopback.`
  );
}
