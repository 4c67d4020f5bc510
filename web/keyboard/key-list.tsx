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
  const general = [
    { keys: ['/'], does: translate('keyboard.search') },
    { keys: ['?'], does: translate('keyboard.help') },
    ...targets.map(({ goKey = '', label }) => ({
      keys: ['g', goKey],
      does: translate('keyboard.go_to', { page: label }),
    })),
  ];
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="key-list-title">
      <DialogTitle id="key-list-title">{translate('keyboard.title')}</DialogTitle>
      {/* Longer than a screen: it is scrolled by the keyboard, too. */}
      <DialogContent tabIndex={0}>
        <Group title={translate('keyboard.general')} lines={general} />
        {KEYS_OF_VIEWS.map(({ title, lines }) => (
          <Group
            key={title}
            title={translate(title)}
            lines={lines.map(({ key, does }) => ({ keys: [key], does: translate(does) }))}
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('keyboard.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

/** A view that has keys of its own (useKeys) names them here. */
const KEYS_OF_VIEWS = [
  {
    title: 'keyboard.list',
    lines: [
      { key: 'j', does: 'keyboard.next_row' },
      { key: 'k', does: 'keyboard.previous_row' },
      { key: 'Enter', does: 'keyboard.open_row' },
    ],
  },
  {
    title: 'keyboard.record',
    lines: [
      { key: 'c', does: 'keyboard.call' },
      { key: 'n', does: 'keyboard.note' },
      { key: 'f', does: 'keyboard.follow_up' },
    ],
  },
  {
    title: 'keyboard.of_call',
    lines: [
      { key: 'c', does: 'keyboard.call' },
      { key: 'n', does: 'keyboard.note' },
      { key: '←', does: 'calls.previous' },
      { key: '→', does: 'calls.next' },
      { key: 'K', does: 'keyboard.play' },
      { key: 'J', does: 'keyboard.back' },
      { key: 'L', does: 'keyboard.forward' },
      { key: 'M', does: 'keyboard.mute' },
      { key: '<', does: 'keyboard.slower' },
      { key: '>', does: 'keyboard.faster' },
    ],
  },
  {
    title: 'keyboard.of_missed',
    lines: [
      { key: 't', does: 'keyboard.take' },
      { key: 'c', does: 'keyboard.call_back' },
    ],
  },
];

function Group({ title, lines }: { title: string; lines: readonly { keys: readonly string[]; does: string }[] }) {
  const translate = useTranslate();
  return (
    <>
      <Typography variant="h2" component="h3" sx={{ mt: 1 }}>
        {title}
      </Typography>
      <Table size="small">
        <TableBody>
          {lines.map(({ keys, does }) => (
            <TableRow key={does}>
              <TableCell component="th" scope="row">
                {does}
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
