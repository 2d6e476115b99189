import { IconAlertTriangle, IconCheck, IconClock, IconHelpCircle, IconPencil } from '@tabler/icons-react';
import { createContext, use } from 'react';
import type { Sentence } from '../../api';
import { Tag, type Tone } from '../../ui';
import type { Unseen } from './store';
import { t } from './strings';

const LOOKS: Record<Sentence['verdict'], { tone: Tone; icon: typeof IconCheck }> = {
  grounded: { tone: 'good', icon: IconCheck },
  ungrounded: { tone: 'bad', icon: IconAlertTriangle },
  unchecked: { tone: 'warn', icon: IconHelpCircle },
};

/** Why the service has not judged a wording. In a context: only those that wait are drawn anew as it changes. */
export const WhyUnseen = createContext<Unseen>('soon');

/** What the verifier said, in a word with its icon. `null`: it has not seen this wording yet. */
export function Verdict({ of }: { of: Pick<Sentence, 'verdict'> | null }) {
  const why = use(WhyUnseen);
  if (!of) return <Tag icon={<IconClock size={12} aria-hidden />}>{t.unseen[why]}</Tag>;
  const { tone, icon: Icon } = LOOKS[of.verdict];
  return (
    <Tag tone={tone} icon={<Icon size={12} aria-hidden />}>
      {t.verdicts[of.verdict]}
    </Tag>
  );
}

export function Yours() {
  return (
    <Tag tone="brand" icon={<IconPencil size={12} aria-hidden />}>
      {t.yours}
    </Tag>
  );
}
