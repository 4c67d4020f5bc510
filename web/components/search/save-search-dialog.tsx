import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import {
  BooleanInput,
  Form,
  required,
  SaveButton,
  TextInput,
  useCreate,
  useListContext,
  useNotify,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { useColumnChoice } from './columns.ts';

/** Keeps what the list shows now under a name. */
export function SaveSearchDialog({
  hiddenAtFirst,
  onClose,
}: {
  hiddenAtFirst: readonly string[];
  onClose: () => void;
}) {
  const translate = useTranslate();
  const notify = useNotify();
  const title = useId();
  const resource = useResourceContext() ?? '';
  const { filterValues: filter, sort } = useListContext();
  const [columns] = useColumnChoice(hiddenAtFirst);
  const [create] = useCreate();
  const save = async (values: object) => {
    const data = { is_shared: false, is_default: false, ...values, resource, query: { filter, sort, columns } };
    await create('saved-searches', { data }, { returnPromise: true }).then(
      () => {
        notify('saved_searches.saved', { type: 'success' });
        onClose();
      },
      (error: Error) => notify(error.message, { type: 'error' }),
    );
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={title}>
      <Form onSubmit={save} sanitizeEmptyValues>
        <DialogTitle id={title}>{translate('saved_searches.save')}</DialogTitle>
        <DialogContent>
          <TextInput source="name" label="saved_searches.name" validate={required()} autoFocus sx={{ mt: 1 }} />
          <BooleanInput source="is_default" label="saved_searches.default" helperText={false} />
          <BooleanInput source="is_shared" label="saved_searches.shared" helperText={false} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <SaveButton alwaysEnable icon={null} />
        </DialogActions>
      </Form>
    </Dialog>
  );
}
