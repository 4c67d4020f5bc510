import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { type Days, PERIODS, type PeriodName } from './period.ts';

type Props = {
  period: PeriodName | undefined;
  days: Days;
  today: string;
  onPeriod: (period: PeriodName) => void;
  onDays: (days: Days) => void;
};

/** A period by name, or any days. */
export function PeriodChoice({ period, days, today, onPeriod, onDays }: Props) {
  const translate = useTranslate();
  const day = (name: 'from' | 'to', min: string | undefined, max: string) => (
    <TextField
      type="date"
      label={translate(`dashboard.${name}`)}
      value={days[name]}
      fullWidth={false}
      onChange={({ target }) => target.value !== '' && onDays({ ...days, [name]: target.value })}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min, max } }}
    />
  );
  return (
    <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
      <TextField
        select
        label={translate('dashboard.period')}
        value={period ?? ''}
        fullWidth={false}
        sx={{ minWidth: 160 }}
        onChange={({ target }) => {
          const chosen = PERIODS.find((one) => one === target.value);
          if (chosen !== undefined) onPeriod(chosen);
        }}
      >
        {PERIODS.map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`dashboard.periods.${name}`)}
          </MenuItem>
        ))}
        {period === undefined && (
          <MenuItem value="" disabled>
            {translate('dashboard.periods.own')}
          </MenuItem>
        )}
      </TextField>
      {day('from', undefined, days.to)}
      {day('to', days.from, today)}
    </Stack>
  );
}
