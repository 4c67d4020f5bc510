import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { statusOf } from '../api/api-error.ts';
import { MessagePage } from './message-page.tsx';

type Props = { error?: unknown; resetErrorBoundary?: (() => void) | ((...given: unknown[]) => void) };

/** In place of a page that failed: because nobody answers, or because of a mistake of ours. */
export function CrashPage({ error, resetErrorBoundary = () => window.location.reload() }: Props) {
  const translate = useTranslate();
  const answered = statusOf(error) === undefined;
  const text = answered || !(error instanceof Error) ? 'errors.crashed' : error.message;
  return (
    <MessagePage icon={ErrorIcon} title={translate('errors.title')} text={translate(text, { _: text })}>
      <Button variant="contained" onClick={() => resetErrorBoundary()}>
        {translate('errors.retry')}
      </Button>
    </MessagePage>
  );
}
