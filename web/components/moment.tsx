import { useFormat } from '../format/use-format.ts';

/** A point in time, in the configured zone; everything about it when pointed at. */
export function Moment({ value }: { value: string }) {
  const format = useFormat();
  return (
    <time dateTime={value} title={format.momentInFull(value)} style={{ whiteSpace: 'nowrap' }}>
      {format.moment(value)}
    </time>
  );
}
