import { BadSetting } from '../../kernel/setting-parsers.ts';

/** Turns an error of the file system into a sentence that says what to do; anything else stays as it is. */
export function explainFileError(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new BadSetting(diskFull(dataDir));
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
    return new BadSetting(notWritable(dataDir, error.message));
  if (error.code === 'ENOTDIR' || error.code === 'EEXIST')
    return new BadSetting(`MCUBE_DATA_DIR=${dataDir} must name a folder (${error.message}).`);
  return error;
}

export function diskFull(dataDir: string): string {
  return `The disk of the data folder ${dataDir} is full: free some space, or set MCUBE_DATA_DIR to a folder on another disk.`;
}

export function notWritable(dataDir: string, reason: string): string {
  return `The data folder ${dataDir} cannot be used (${reason}): start the service as its owner, or set MCUBE_DATA_DIR to another folder.`;
}
