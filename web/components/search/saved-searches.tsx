import BookmarkIcon from '@mui/icons-material/BookmarkBorder';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, useState } from 'react';
import { useDelete, useGetList, useListContext, useResourceContext, useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { Schema } from '../../api/types.ts';
import { MenuButton } from '../menu-button.tsx';
import { useColumnChoice } from './columns.ts';
import { SaveSearchDialog } from './save-search-dialog.tsx';
import { addressOf, readSavedQuery } from './saved-query.ts';

type SavedSearch = Schema['SavedSearch'];

/** Searches that were kept: filters, order, groups and columns come back together. What one prefers is there at first. */
export function SavedSearches({
  hiddenAtFirst = [],
  usual = {},
}: {
  hiddenAtFirst?: readonly string[];
  usual?: object;
}) {
  const session = useSession();
  return mayDo(session, 'saved-searches', 'list') ? (
    <Menu hiddenAtFirst={hiddenAtFirst} usual={usual} userId={session.user.id} />
  ) : null;
}

type MenuProps = {
  hiddenAtFirst: readonly string[];
  /** The filters with which the list opens. */
  usual: object;
  userId: number;
};

function Menu({ hiddenAtFirst, usual, userId }: MenuProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const resource = useResourceContext() ?? '';
  const [saving, setSaving] = useState(false);
  const [remove] = useDelete();
  const [, chooseColumns] = useColumnChoice(hiddenAtFirst);
  const { data: searches = [] } = useGetList<SavedSearch>('saved-searches', {
    filter: { resource },
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 100 },
  });
  const apply = (search: SavedSearch, replace = false) => {
    const query = readSavedQuery(search.query);
    if (query.columns !== undefined) chooseColumns(query.columns);
    const { search: found } = new URL(addressOf(resource, query), window.location.href);
    // A search applies to the view that one looks at, be it the list or the board.
    void navigate({ pathname, search: found }, { replace });
  };
  useFirstSearch(
    resource,
    searches.find(({ is_default, user_id }) => is_default && user_id === userId),
    (search) => apply(search, true),
    usual,
  );
  return (
    <>
      <MenuButton icon={<BookmarkIcon />} label={translate('saved_searches.title')} items={[]}>
        {searches.length === 0 && (
          <MenuItem disabled dense>
            {translate('saved_searches.none')}
          </MenuItem>
        )}
        {searches.map((search) => (
          <MenuItem key={search.id} dense onClick={() => apply(search)}>
            <ListItemText primary={search.name} secondary={hintOf(search, userId, translate)} />
            {search.user_id === userId && (
              <Tooltip title={translate('saved_searches.delete', { name: search.name })}>
                <IconButton
                  size="small"
                  edge="end"
                  aria-label={translate('saved_searches.delete', { name: search.name })}
                  onClick={(event) => {
                    event.stopPropagation();
                    void remove(
                      'saved-searches',
                      { id: search.id, previousData: search },
                      { mutationMode: 'optimistic' },
                    );
                  }}
                >
                  <DeleteIcon fontSize="small" />
                </IconButton>
              </Tooltip>
            )}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem dense onClick={() => setSaving(true)}>
          {translate('saved_searches.save')}
        </MenuItem>
      </MenuButton>
      {saving && <SaveSearchDialog hiddenAtFirst={hiddenAtFirst} onClose={() => setSaving(false)} />}
    </>
  );
}

function hintOf(search: SavedSearch, userId: number, translate: ReturnType<typeof useTranslate>): string | undefined {
  if (search.user_id !== userId) return translate('saved_searches.of', { name: search.user_name });
  if (search.is_default) return translate('saved_searches.is_default');
  return search.is_shared ? translate('saved_searches.is_shared') : undefined;
}

/** Lists whose preferred search was shown since the application was opened: later on, one finds a list as one left it. */
const begun = new Set<string>();

function useFirstSearch(
  resource: string,
  preferred: SavedSearch | undefined,
  apply: (search: SavedSearch) => void,
  usual: object,
) {
  const { search } = useLocation();
  const { filterValues } = useListContext();
  const untouched = search === '' && JSON.stringify(filterValues) === JSON.stringify(usual);
  useEffect(() => {
    if (preferred === undefined || begun.has(resource)) return;
    begun.add(resource);
    if (untouched) apply(preferred);
  });
}
