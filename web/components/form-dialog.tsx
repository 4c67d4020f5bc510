import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import { type ReactNode, useId } from 'react';
import { Form, SaveButton, useTranslate } from 'react-admin';

type Props = {
  title: string;
  /** The part that is done, from 0 to 1, while it takes long. */
  progress?: number | undefined;
  defaultValues?: Record<string, unknown>;
  /** The name of the text on the button, unless it saves. */
  submit?: string;
  onSubmit: (values: Record<string, unknown>) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
};

/** A few fields in a dialog. Whoever submits closes it when that has worked. */
export function FormDialog({
  title,
  progress,
  defaultValues,
  submit = 'ra.action.save',
  onSubmit,
  onClose,
  children,
}: Props) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={id}>
      <Form onSubmit={onSubmit} record={NO_RECORD} {...(defaultValues !== undefined && { defaultValues })}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent sx={{ '& > *': { mt: 1 } }}>
          {children}
          {progress !== undefined && (
            <LinearProgress variant="determinate" value={progress * 100} aria-label={translate('ra.page.loading')} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <SaveButton alwaysEnable icon={null} label={submit} />
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** A dialog in a row asks anew: the row has fields of the same names, which say something else. */
const NO_RECORD = {};
