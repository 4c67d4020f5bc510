import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';

/** How a figure, or the figures of a chart or a table, are counted. */
export function Definition({ name }: { name: string }) {
  const translate = useTranslate();
  return (
    <Typography variant="caption" component="p" color="textSecondary">
      {translate(`dashboard.definitions.${name}`)}
    </Typography>
  );
}
