import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { NavigationItem } from '../layout/navigation-items.ts';
import { Key } from './key.tsx';

type Props = { targets: readonly NavigationItem[]; open: boolean; onClose: () => void };

/** Every key and what it does, on `?`. */
export function KeyList({ targets, open, onClose }: Props) {
  const translate = useTranslate();
  const everywhere: KeyGroup = {
    title: 'keyboard.general',
    lines: [
      [['/'], 'keyboard.search'],
      [['p'], 'keyboard.popup'],
      [['?'], 'keyboard.help'],
      ...targets.map(({ goKey = '', label }) => [['g', goKey], 'keyboard.go_to', { page: label }] as const),
    ],
  };
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="key-list-title">
      <DialogTitle id="key-list-title">{translate('keyboard.title')}</DialogTitle>
      {/* Longer than a screen: it is scrolled by the keyboard, too. */}
      <DialogContent tabIndex={0}>
        {[everywhere, ...KEYS_OF_VIEWS].map((group) => (
          <Group key={group.title} {...group} />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('keyboard.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

/** What keys do: one, or one after the other, the name of what they do, and what stands in it. */
type KeyLine = readonly [keys: readonly string[], does: string, values?: Readonly<Record<string, string>>];
type KeyGroup = { title: string; lines: readonly KeyLine[] };

const CALL: KeyLine = [['c'], 'keyboard.call'];
const NOTE: KeyLine = [['n'], 'keyboard.note'];
const FOLLOW_UP: KeyLine = [['f'], 'keyboard.follow_up'];

/** A view that has keys of its own (useKeys) names them here. */
const KEYS_OF_VIEWS: readonly KeyGroup[] = [
  {
    title: 'keyboard.list',
    lines: [
      [['j'], 'keyboard.next_row'],
      [['k'], 'keyboard.previous_row'],
      [['Enter'], 'keyboard.open_row'],
      CALL,
      NOTE,
      FOLLOW_UP,
    ],
  },
  {
    title: 'keyboard.record',
    lines: [CALL, NOTE, FOLLOW_UP, [['←'], 'leads.previous'], [['→'], 'leads.next']],
  },
  {
    title: 'keyboard.of_call',
    lines: [
      CALL,
      NOTE,
      FOLLOW_UP,
      [['←'], 'calls.previous'],
      [['→'], 'calls.next'],
      [['K'], 'keyboard.play'],
      [['Space'], 'keyboard.play'],
      [['J'], 'keyboard.back'],
      [['L'], 'keyboard.forward'],
      [['M'], 'keyboard.mute'],
      [['<'], 'keyboard.slower'],
      [['>'], 'keyboard.faster'],
    ],
  },
  {
    title: 'keyboard.of_missed',
    lines: [
      [['t'], 'keyboard.take'],
      [['c'], 'keyboard.call_back'],
    ],
  },
];

function Group({ title, lines }: KeyGroup) {
  const translate = useTranslate();
  return (
    <>
      <Typography variant="h2" component="h3" sx={{ mt: 1 }}>
        {translate(title)}
      </Typography>
      <Table size="small">
        <TableBody>
          {lines.map(([keys, does, values]) => (
            <TableRow key={keys.join(' ')}>
              <TableCell component="th" scope="row">
                {translate(does, values)}
              </TableCell>
              <TableCell sx={{ width: 140 }}>
                <Stack direction="row" spacing={0.75} sx={{ alignItems: 'center', justifyContent: 'flex-end' }}>
                  <Key name={keys[0] ?? ''} />
                  {keys[1] !== undefined && <span>{translate('keyboard.and_then')}</span>}
                  {keys[1] !== undefined && <Key name={keys[1]} />}
                </Stack>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
