import CallIcon from '@mui/icons-material/CallOutlined';
import { DataTable, useTranslate } from 'react-admin';
import type { CallRecord } from '../api/types.ts';
import { DirectionIcon } from '../components/direction-icon.tsx';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { Moment } from '../components/moment.tsx';
import { OutcomeBadge } from '../components/outcome-badge.tsx';
import { PhoneNumber } from '../components/phone-number.tsx';
import { useFormat } from '../format/use-format.ts';
import { CallRecordCard } from './call-record/card.tsx';
import { Customer } from './call-record/customer.tsx';
import { FILTERS } from './call-record/filters.tsx';

const Column = DataTable.Col<CallRecord>;

/** Every call, newest first. */
export default function CallRecordList() {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <ListPage<CallRecord>
      filters={FILTERS}
      sort={{ field: 'call_date', order: 'DESC' }}
      card={(call) => <CallRecordCard call={call} />}
      empty={
        <MessagePage
          icon={CallIcon}
          title={translate('resources.call-records.empty')}
          text={translate('resources.call-records.empty_hint')}
        />
      }
    >
      <DataTable rowClick={false}>
        <Column source="call_date" render={({ call_date }) => <Moment value={call_date} />} />
        <Column source="direction" render={({ direction }) => <DirectionIcon direction={direction} />} />
        <Column
          source="lead_name"
          label="resources.call-records.fields.customer"
          render={(call) => <Customer call={call} />}
        />
        <Column source="agent_name" render={({ agent_name, user_name }) => agent_name ?? user_name} />
        <Column
          source="virtual_number"
          render={({ virtual_number }) => virtual_number !== null && <PhoneNumber value={virtual_number} />}
        />
        <Column source="outcome" render={({ outcome }) => <OutcomeBadge outcome={outcome} />} />
        <Column
          source="duration"
          render={({ duration }) => (duration > 0 ? format.duration(duration) : null)}
          sx={{ textAlign: 'right' }}
        />
      </DataTable>
    </ListPage>
  );
}
