import SearchOffIcon from '@mui/icons-material/SearchOff';
import Button from '@mui/material/Button';
import { useListContext, useTranslate } from 'react-admin';
import { GROUP_BY } from '../api/relative-filters.ts';
import { MessagePage } from './message-page.tsx';

/** There are records, but none that the filters let through. */
export function NoMatch() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const isNarrowed = Object.keys(filterValues).some((name) => name !== GROUP_BY);
  if (!isNarrowed) return <MessagePage icon={SearchOffIcon} title={translate('empty.nothing')} />;
  return (
    <MessagePage icon={SearchOffIcon} title={translate('empty.no_match')}>
      <Button onClick={() => setFilters({})}>{translate('empty.clear')}</Button>
    </MessagePage>
  );
}
