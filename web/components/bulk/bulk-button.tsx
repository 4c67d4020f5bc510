import TagIcon from '@mui/icons-material/LocalOfferOutlined';
import AssignIcon from '@mui/icons-material/PersonAddAlt';
import Button from '@mui/material/Button';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { AssignDialog } from './assign-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';

type Props = { label: string; icon: ReactNode; dialog: ComponentType<{ onClose: () => void }> };

/** Something to do to all selected records, once its dialog is answered. */
export function BulkButton({ label, icon, dialog: Dialog }: Props) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" startIcon={icon} onClick={() => setOpen(true)}>
        {translate(label)}
      </Button>
      {open && <Dialog onClose={() => setOpen(false)} />}
    </>
  );
}

export function AssignButton() {
  return <BulkButton label="bulk.assign" icon={<AssignIcon />} dialog={AssignDialog} />;
}

export function TagButton() {
  return <BulkButton label="bulk.tag" icon={<TagIcon />} dialog={TagDialog} />;
}
