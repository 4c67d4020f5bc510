import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { statusOf } from '../api/api-error.ts';
import { MessagePage } from './message-page.tsx';

type Props = { error?: unknown; resetErrorBoundary?: (() => void) | ((...given: unknown[]) => void) };

/** In place of a page that failed: because nobody answers, or because of a mistake of ours. */
export function CrashPage({ error, resetErrorBoundary }: Props) {
  const translate = useTranslate();
  const isAnswer = statusOf(error) !== undefined && error instanceof Error;
  const text = isAnswer ? error.message : 'errors.crashed';
  // A view that could not be fetched is remembered as such: only a new page asks for it again.
  const retry = () => (isAnswer && resetErrorBoundary !== undefined ? resetErrorBoundary() : window.location.reload());
  return (
    <MessagePage icon={ErrorIcon} title={translate('errors.title')} text={translate(text, { _: text })}>
      <Button variant="contained" onClick={retry}>
        {translate('errors.retry')}
      </Button>
    </MessagePage>
  );
}
