import { useTranslate } from 'react-admin';
import { Section } from '../../components/section.tsx';
import { AppearanceChoices } from '../../preferences/appearance-choices.tsx';

/** The same choices as in the menu of the top bar. */
export function Appearance() {
  const translate = useTranslate();
  return (
    <Section title={translate('top_bar.appearance')}>
      <AppearanceChoices />
    </Section>
  );
}
