import { fileTypeFromFile } from 'file-type';
import { parseFile } from 'music-metadata';

export type Sound = { contentType: string; extension: string; seconds: number | null };

/** What kind of sound a file holds and how long it is, by its content alone; undefined when it holds none. */
export async function recogniseSound(path: string): Promise<Sound | undefined> {
  const type = await fileTypeFromFile(path);
  if (type === undefined) return undefined;
  const contentType = CONTAINERS[type.mime] ?? type.mime;
  if (!contentType.startsWith('audio/')) return undefined;
  return { contentType, extension: type.ext, seconds: await lengthOf(path) };
}

/** Containers that may hold pictures too: from a telephone exchange they hold sound. */
const CONTAINERS: Readonly<Record<string, string>> = {
  'application/ogg': 'audio/ogg',
  'video/ogg': 'audio/ogg',
  'video/mp4': 'audio/mp4',
  'video/webm': 'audio/webm',
  'video/3gpp': 'audio/3gpp',
};

async function lengthOf(path: string): Promise<number | null> {
  try {
    const { format } = await parseFile(path, { duration: true, skipCovers: true });
    return format.duration ?? null;
  } catch {
    // A file that plays although its head is damaged is better kept than refused.
    return null;
  }
}
