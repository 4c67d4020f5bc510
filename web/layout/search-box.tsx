import SearchIcon from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { SEARCH_BOX_ID } from '../keyboard/keys.ts';

/** Searches the list that is open, otherwise the calls: by any part of a number or a name. */
export function SearchBox() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { pathname, search: address } = useLocation();
  const search = (words: string) => {
    const [, here = ''] = pathname.split('/');
    const list = SEARCHED.includes(here) ? here : 'call-records';
    navigate(`/${list}?${withWords(list === here ? address : '', words)}`);
  };
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(String(new FormData(event.currentTarget).get('q') ?? '').trim());
        }}
      >
        <OutlinedInput
          id={SEARCH_BOX_ID}
          name="q"
          type="search"
          size="small"
          placeholder={translate('top_bar.search')}
          startAdornment={
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          }
          slotProps={{ input: { 'aria-label': translate('top_bar.search'), 'aria-keyshortcuts': '/' } }}
          sx={{
            // On a phone a magnifying glass, until it is touched.
            width: { xs: 44, sm: 220, md: 300 },
            px: { xs: 1.25, sm: 1.75 },
            '&:focus-within': { width: { xs: 168, sm: 220, md: 300 } },
            bgcolor: 'background.paper',
          }}
        />
      </form>
    </search>
  );
}

const SEARCHED = ['call-records', 'leads', 'missed-calls', 'users', 'webhook-events'];

/** The search goes together with the filters and the order that a list has already. */
function withWords(address: string, q: string): URLSearchParams {
  const parameters = new URLSearchParams(address);
  const { q: _, ...filter } = JSON.parse(parameters.get('filter') ?? '{}');
  parameters.set('filter', JSON.stringify(q === '' ? filter : { ...filter, q }));
  parameters.set('page', '1');
  return parameters;
}
