import { useEffect } from 'react';

/** The tab is called what the page's heading says, which react-admin's <Title> writes. */
export function useDocumentTitle(application: string): void {
  useEffect(() => {
    const follow = () => {
      const heading = document.getElementById('react-admin-title')?.textContent.trim() ?? '';
      document.title = heading === '' ? application : `${heading} · ${application}`;
    };
    const observer = new MutationObserver(follow);
    const heading = document.getElementById('react-admin-title');
    if (heading !== null) observer.observe(heading, { childList: true, characterData: true, subtree: true });
    follow();
    return () => observer.disconnect();
  }, [application]);
}
