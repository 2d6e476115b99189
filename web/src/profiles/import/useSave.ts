import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { client, read, type ImportPreview, type ProfileIn, type ResumeOut } from '../../api';
import { problemsOf, showMessage } from '../../ui';
import type { FormProblems } from '../../ui/form';
import { profileKeys } from '../api';
import { contactNames } from '../fields';
import type { SectionName } from './merging';
import { t } from './strings';

/** Sections to merge into the profile they were compared with, or a profile of its own. */
export type ToSave = { preview: ImportPreview; sections: SectionName[] } | { profile: ProfileIn };

export function useSave(resume: ResumeOut) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const mutation = useMutation({
    mutationFn: async (given: ToSave) => {
      if ('profile' in given) {
        await read(client.POST('/api/v1/profiles', { body: given.profile }));
        return t.saved;
      }
      const { preview, sections } = given;
      const { report } = await read(
        client.POST('/api/v1/profiles/import', {
          // What was shown is what is done: a profile that was changed meanwhile is compared again first.
          params: { header: { 'if-match': `"${preview.version}"` } },
          body: { resume_id: resume.id, profile_id: preview.profile_id, sections },
        }),
      );
      return t.merged(report.added.length, report.merged.length, report.conflicts.length);
    },
    meta: { handlesError: true },
    onSuccess: async (message, given) => {
      showMessage(message);
      const jobs = await read(client.GET('/api/v1/jobs', { params: { query: { limit: 1 } } }));
      void queries.invalidateQueries({ queryKey: profileKeys.all });
      void navigate('preview' in given ? '/profile' : jobs.total ? '/dashboard' : '/jobs/new');
    },
    onError: () => {
      setAttempt((number) => number + 1);
      void queries.invalidateQueries({ queryKey: profileKeys.all });
    },
  });
  const problems: FormProblems = mutation.isError
    ? problemsOf(mutation.error, [...contactNames])
    : { fields: {}, general: null };
  return { problems, attempt, isPending: mutation.isPending, run: mutation.mutate };
}
