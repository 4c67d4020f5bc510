import KanbanIcon from '@mui/icons-material/ViewKanbanOutlined';
import ListIcon from '@mui/icons-material/ViewListOutlined';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useListContext, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';

const VIEWS = [
  { view: 'list', path: '/leads', Icon: ListIcon },
  { view: 'kanban', path: '/leads/kanban', Icon: KanbanIcon },
] as const;

/** The same leads as a list or by their stages; what is searched stays. */
export function ViewSwitch({ current }: { current: (typeof VIEWS)[number]['view'] }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { filterValues } = useListContext();
  const search = new URLSearchParams({ filter: JSON.stringify(filterValues) });
  return (
    <ToggleButtonGroup size="small" value={current} aria-label={translate('leads.view')}>
      {VIEWS.map(({ view, path, Icon }) => (
        <ToggleButton
          key={view}
          value={view}
          onClick={() => void navigate(`${path}?${search}`)}
          aria-label={translate(`leads.${view}`)}
          sx={{ px: 1, py: 0.5 }}
        >
          <Icon fontSize="small" />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
