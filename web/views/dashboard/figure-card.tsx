import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

type Props = {
  /** The key of its name and of its definition in the catalogue (dashboard.figures). */
  name: string;
  /** Undefined: there is nothing to take it of. */
  value: number | undefined;
  before: number | undefined;
  show: (value: number) => string;
  /** Whether more of it is better; undefined where it is neither. */
  moreIsBetter?: boolean;
  /** The rows behind it. */
  to?: string;
};

/** A figure with its definition, the period before, and the way to its rows. */
export function FigureCard({ name, value, before, show, moreIsBetter, to }: Props) {
  const translate = useTranslate();
  const shown = value === undefined ? '–' : show(value);
  return (
    <Card sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <Typography variant="body2" component="h2" color="textSecondary" sx={{ fontWeight: 600 }}>
        {translate(`dashboard.figures.${name}`)}
      </Typography>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography component="p" sx={{ fontSize: '1.75rem', fontWeight: 600, lineHeight: 1.2 }}>
          {to === undefined || value === undefined ? (
            shown
          ) : (
            <Link component={RouterLink} to={to} color="inherit" underline="hover">
              {shown}
            </Link>
          )}
        </Typography>
        <Change value={value} before={before} show={show} moreIsBetter={moreIsBetter} />
      </Stack>
      <Typography variant="caption" color="textSecondary">
        {translate(`dashboard.definitions.${name}`)}
      </Typography>
    </Card>
  );
}

type ChangeProps = Pick<Props, 'value' | 'before' | 'show'> & { moreIsBetter: boolean | undefined };

/** The arrow says up or down, the colour whether that is good, the words from what. */
function Change({ value, before, show, moreIsBetter }: ChangeProps) {
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
