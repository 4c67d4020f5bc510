import PreviousIcon from '@mui/icons-material/KeyboardArrowLeft';
import NextIcon from '@mui/icons-material/KeyboardArrowRight';
import type { SortPayload } from 'react-admin';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useKeys } from '../../keyboard/keys.ts';
import { StepButton } from './step-button.tsx';
import { useNeighbours } from './use-neighbours.ts';

type Props = {
  resource: 'call-records' | 'leads';
  id: number;
  /** How the list is sorted before anybody has sorted it. */
  sort: SortPayload;
  /** The names of what the buttons say. */
  previous: string;
  next: string;
};

/** To the records before and after one in its list, by button and by arrow key. Inside a player the arrows move the recording. */
export function Steps({ resource, id, sort, previous, next }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const neighbours = useNeighbours(resource, id, sort);
  const go = (to: string | undefined) => (event: KeyboardEvent) => {
    const elsewhere = event.target === document.body || event.target === document.getElementById('main-content');
    if (elsewhere && to !== undefined) void navigate(to);
  };
  useKeys({ ArrowLeft: go(neighbours.previous), ArrowRight: go(neighbours.next) });
  return (
    <>
      <StepButton to={neighbours.previous} label={translate(previous)} keys="←">
        <PreviousIcon />
      </StepButton>
      <StepButton to={neighbours.next} label={translate(next)} keys="→">
        <NextIcon />
      </StepButton>
    </>
  );
}
