import DropDownIcon from '@mui/icons-material/ArrowDropDown';
import Chip from '@mui/material/Chip';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { PERIOD } from '../../api/relative-filters.ts';
import { PERIODS, type Period } from '../../format/day.ts';

/** From when: one of the periods that people name, or all that there is. */
export function PeriodMenu() {
  const translate = useTranslate();
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { [PERIOD]: current, ...others } = filterValues;
  const chosen = PERIODS.find((period) => period === current);
  const choose = (period: Period | undefined) => {
    setFilters(period === undefined ? others : { ...others, [PERIOD]: period }, displayedFilters);
    setAnchor(null);
  };
  const nameOf = (period: Period | undefined) => translate(`period.${period ?? 'any'}`);
  return (
    <>
      <Chip
        component="button"
        size="small"
        icon={<DropDownIcon />}
        label={nameOf(chosen)}
        color={chosen === undefined ? 'default' : 'primary'}
        variant={chosen === undefined ? 'outlined' : 'filled'}
        aria-haspopup="menu"
        onClick={(event: { currentTarget: HTMLElement }) => setAnchor(event.currentTarget)}
        sx={{ flexShrink: 0, '@media (pointer: coarse)': { height: 40, borderRadius: 5, px: 0.5 } }}
      />
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {[undefined, ...PERIODS].map((period) => (
          <MenuItem key={period ?? ''} dense selected={period === chosen} onClick={() => choose(period)}>
            {nameOf(period)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
