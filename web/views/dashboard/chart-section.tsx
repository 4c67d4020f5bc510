import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../../components/section.tsx';
import { CountTable, type CountTableProps } from './count-table.tsx';
import { Definition } from './definition.tsx';

type Props = CountTableProps & { children: ReactNode };

/** A chart under its heading, and the same in numbers for whoever reads rather than looks. */
export function ChartSection({ name, children, ...table }: Props) {
  const translate = useTranslate();
  const [asTable, setAsTable] = useState(false);
  return (
    <Section
      title={translate(`dashboard.sections.${name}`)}
      action={
        <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)} sx={{ flexShrink: 0 }}>
          {translate('dashboard.as_table')}
        </Button>
      }
    >
      <Box sx={{ mt: -0.75, mb: 1.5 }}>
        <Definition name={name} />
      </Box>
      {asTable ? (
        <CountTable name={name} {...table} />
      ) : (
        <Suspense fallback={<Box sx={{ height: 320 }} />}>{children}</Suspense>
      )}
    </Section>
  );
}
