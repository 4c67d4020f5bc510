import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useFormat } from '../../format/use-format.ts';
import { Change } from './change.tsx';
import { Definition } from './definition.tsx';

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
  to: string;
  /** Of a share: what is taken of what (dashboard.parts). */
  parts?: readonly Part[];
};

type Part = { name: string; count: number; to: string };

/** A figure with its definition, the period before, and the way to its rows. */
export function FigureCard({ name, value, before, show, moreIsBetter, to, parts = [] }: Props) {
  const translate = useTranslate();
  return (
    <Card sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <Typography variant="body2" component="h2" color="textSecondary" sx={{ fontWeight: 600 }}>
        {translate(`dashboard.figures.${name}`)}
      </Typography>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography component="p" sx={{ fontSize: '1.75rem', fontWeight: 600, lineHeight: 1.2 }}>
          {value === undefined ? (
            '–'
          ) : (
            <Link component={RouterLink} to={to} color="inherit" underline="hover">
              {show(value)}
            </Link>
          )}
        </Typography>
        <Change value={value} before={before} show={show} moreIsBetter={moreIsBetter} />
      </Stack>
      {parts.length > 0 && <Parts parts={parts} />}
      <Definition name={name} />
    </Card>
  );
}

function Parts({ parts }: { parts: readonly Part[] }) {
  const translate = useTranslate();
  const { number } = useFormat();
  return (
    <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {parts.map(({ name, count, to }) => (
        <Link key={name} component={RouterLink} to={to} variant="body2" underline="hover">
          {translate(`dashboard.parts.${name}`, { count: number(count) })}
        </Link>
      ))}
    </Stack>
  );
}
