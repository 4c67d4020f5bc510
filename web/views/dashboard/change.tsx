import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';

type Props = {
  value: number | undefined;
  before: number | undefined;
  show: (value: number) => string;
  /** Whether more of it is better; undefined where it is neither. */
  moreIsBetter: boolean | undefined;
};

/** The arrow says up or down, the colour whether that is good, the words from what. */
export function Change({ value, before, show, moreIsBetter }: Props) {
  const translate = useTranslate();
  if (value === undefined || before === undefined) return null;
  const arrow = value === before ? '→' : value > before ? '↑' : '↓';
  const good = moreIsBetter === undefined || value === before ? undefined : value > before === moreIsBetter;
  const colour = good === undefined ? 'text.secondary' : good ? 'success.main' : 'error.main';
  return (
    <Typography variant="body2" sx={{ color: colour }}>
      {arrow} {translate('dashboard.before', { value: show(before) })}
    </Typography>
  );
}
