import { useNavigate } from 'react-router-dom';
import { telephoneLink } from '../../../format/phone-number.ts';
import { useKeys } from '../../../keyboard/keys.ts';

type Targets = {
  previous: string | undefined;
  next: string | undefined;
  note: () => void;
  /** Whom the call was with; null where that was withheld. */
  number: string | null;
};

/** The keys of a call's page. Inside the player the arrows move the recording instead. */
export function useCallKeys({ previous, next, note, number }: Targets): void {
  const navigate = useNavigate();
  const go = (to: string | undefined) => (event: KeyboardEvent) => {
    const elsewhere = event.target === document.body || event.target === document.getElementById('main-content');
    if (elsewhere && to !== undefined && to !== '') void navigate(to);
  };
  const call = () => {
    if (number !== null) window.location.assign(telephoneLink(number));
  };
  useKeys({ ArrowLeft: go(previous), ArrowRight: go(next), n: () => note(), c: call });
}
