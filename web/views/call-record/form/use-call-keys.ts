import { useNavigate } from 'react-router-dom';
import { useKeys } from '../../../keyboard/keys.ts';

type Targets = { previous: string | undefined; next: string | undefined; note: () => void };

/** The keys of a call's page. Inside the player the arrows move the recording instead. */
export function useCallKeys({ previous, next, note }: Targets): void {
  const navigate = useNavigate();
  const go = (to: string | undefined) => (event: KeyboardEvent) => {
    const elsewhere = event.target === document.body || event.target === document.getElementById('main-content');
    if (elsewhere && to !== undefined && to !== '') void navigate(to);
  };
  useKeys({ ArrowLeft: go(previous), ArrowRight: go(next), n: () => note() });
}
