import { SelectArrayInput, type SelectArrayInputProps } from 'react-admin';
import { useFormat } from '../../format/use-format.ts';

/** On which days of the week the calls began. */
export function WeekdayInput(props: SelectArrayInputProps) {
  const { weekday } = useFormat();
  return <Several {...props} choices={WEEKDAYS.map((id) => ({ id, name: weekday(id) }))} />;
}

/** In which hours of the day, on the clock of the service's zone. */
export function HourInput(props: SelectArrayInputProps) {
  const { hour } = useFormat();
  return <Several {...props} choices={HOURS.map((id) => ({ id, name: hour(id) }))} />;
}

function Several(props: SelectArrayInputProps) {
  return <SelectArrayInput {...props} translateChoice={false} sx={{ minWidth: 150 }} />;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
