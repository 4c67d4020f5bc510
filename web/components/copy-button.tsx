import CopyIcon from '@mui/icons-material/ContentCopy';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useNotify, useTranslate } from 'react-admin';

/** Puts a text where it can be pasted from. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  // Without a certificate a browser gives nobody the clipboard but pages of the same machine.
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => notify('copy.done', { type: 'info' }),
      () => notify('copy.refused', { type: 'warning' }),
    ) ?? notify('copy.refused', { type: 'warning' });
  return (
    <Tooltip title={translate(label)}>
      <IconButton aria-label={translate(label)} onClick={() => void copy()}>
        <CopyIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}
