import { useNotify } from 'react-admin';

/** Puts a text where it can be pasted from, and says whether that went well. */
export function useCopy(): (text: string) => Promise<void> {
  const notify = useNotify();
  const done = () => notify('copy.done', { type: 'info' });
  const refused = () => notify('copy.refused', { type: 'warning' });
  // Without a certificate a browser gives nobody the clipboard but pages of the same machine.
  return async (text) =>
    navigator.clipboard === undefined ? refused() : navigator.clipboard.writeText(text).then(done, refused);
}
