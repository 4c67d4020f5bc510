import TablePagination from '@mui/material/TablePagination';
import { useListContext, useTranslate } from 'react-admin';
import { useFormat } from '../format/use-format.ts';
import { useIsPhone } from '../layout/use-is-phone.ts';

/** "1–25 of 1,20,318", or "of 10,000+" where counting all would take too long. */
export function ListPagination() {
  const format = useFormat();
  const translate = useTranslate();
  const isPhone = useIsPhone();
  const { meta, page, perPage, setPage, setPerPage, total: count = 0 } = useListContext();
  if (count === 0) return null;
  const total =
    meta?.totalIsEstimate === true
      ? translate('list.estimated_total', { total: format.number(roundedDown(count)) })
      : format.number(count);
  return (
    <TablePagination
      component="div"
      count={count}
      page={page - 1}
      rowsPerPage={perPage}
      rowsPerPageOptions={isPhone || !SIZES.includes(perPage) ? [] : SIZES}
      labelRowsPerPage={translate('ra.navigation.page_rows_per_page')}
      onPageChange={(_event, chosen) => setPage(chosen + 1)}
      onRowsPerPageChange={({ target }) => setPerPage(Number(target.value))}
      getItemAriaLabel={(to) => translate(`ra.navigation.${to}`)}
      labelDisplayedRows={({ from, to }) =>
        translate('list.range', { from: format.number(from), to: format.number(to), total })
      }
    />
  );
}

/** A short list within a page has a size of its own, and no choice of it. */
const SIZES = [25, 50, 100];

/** An estimate is no count: 10,341 reads as 10,000. */
function roundedDown(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)));
  return Math.floor(count / unit) * unit;
}
