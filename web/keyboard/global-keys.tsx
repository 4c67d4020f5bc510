import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useNavigationItems } from '../layout/navigation-items.ts';
import { KeyList } from './key-list.tsx';
import { beginSequence, SEARCH_BOX_ID, useKeys } from './keys.ts';
import { useRowKeys } from './use-row-keys.ts';

/** The keys that work on every screen. */
export function GlobalKeys() {
  const navigate = useNavigate();
  const { work, administration } = useNavigationItems();
  const [isListed, setListed] = useState(false);
  const targets = [...work, ...administration].filter(({ goKey }) => goKey !== undefined);
  useRowKeys();
  // By itself: among the others it would be taken for a key that is pressed alone.
  useKeys({ g: beginSequence });
  useKeys({
    '/': () => document.getElementById(SEARCH_BOX_ID)?.focus(),
    // With or without Shift, as the keyboard's country has it.
    '?': () => setListed(true),
    'Shift+?': () => setListed(true),
    ...Object.fromEntries(targets.map(({ goKey, path }) => [`g ${goKey}`, () => void navigate(path)])),
  });
  return <KeyList targets={targets} open={isListed} onClose={() => setListed(false)} />;
}
