import CopyIcon from '@mui/icons-material/ContentCopy';
import IconButton, { type IconButtonProps } from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from 'react-admin';
import { useCopy } from './use-copy.ts';

type Props = Pick<IconButtonProps, 'size' | 'edge'> & { text: string; label: string };

/** Puts a text where it can be pasted from. */
export function CopyButton({ text, label, ...look }: Props) {
  const translate = useTranslate();
  const copy = useCopy();
  return (
    <Tooltip title={translate(label)}>
      <IconButton {...look} aria-label={translate(label)} onClick={() => void copy(text)}>
        <CopyIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}
