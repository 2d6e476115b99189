import { Title } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { Profile } from '../../api';
import { Card, SaveState } from '../../ui';
import { Fields } from '../Fields';
import { contactFields } from '../fields';
import { t as words } from '../strings';
import { Completeness, Numbers, Periods } from './Completeness';
import { ConflictPanel } from './ConflictPanel';
import { CustomFields } from './CustomFields';
import { History } from './History';
import { ItemSection } from './ItemSection';
import { Skills } from './Skills';
import { t } from './strings';
import { useProfileDraft } from './useProfileDraft';
import classes from '../profiles.module.css';

/** One profile: its fields on the left, what they come to and how they were on the right. */
export function Editor({ profile }: { profile: Profile }) {
  const edit = useProfileDraft(profile);
  const { draft, problems } = edit;
  const { hash } = useLocation();
  const target = hash.slice(1);
  useEffect(() => {
    if (target) document.getElementById(target)?.scrollIntoView({ block: 'center' });
  }, [target]);
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <div className={classes.state}>
          <SaveState
            autosave={edit.autosave}
            isDirty={edit.isDirty}
            held={Object.keys(problems).length ? t.held : null}
          />
        </div>
        {edit.conflicts.length > 0 && <ConflictPanel edit={edit} />}
        <Card component="section" aria-labelledby="contact">
          <Title order={2} id="contact" mb="sm">
            {words.sections.contact}
          </Title>
          <Fields
            definitions={contactFields}
            values={draft.contact}
            onChange={(name, value) =>
              edit.change((current) => ({
                ...current,
                contact: { ...current.contact, [name]: typeof value === 'string' ? value : '' },
              }))
            }
          />
        </Card>
        <ItemSection kind="experiences" edit={edit} profileId={profile.id} target={target} />
        <ItemSection kind="education" edit={edit} profileId={profile.id} target={target} />
        <ItemSection kind="projects" edit={edit} profileId={profile.id} target={target} />
        <Skills edit={edit} profileId={profile.id} target={target} />
        <ItemSection kind="language" edit={edit} profileId={profile.id} target={target} />
        <ItemSection kind="certification" edit={edit} profileId={profile.id} target={target} />
        <CustomFields edit={edit} />
      </div>
      <aside className={classes.column}>
        <Completeness profileId={profile.id} version={edit.version} />
        <Numbers profileId={profile.id} version={edit.version} />
        <Periods items={draft.items.experiences} />
        <History edit={edit} profileId={profile.id} />
      </aside>
    </div>
  );
}
