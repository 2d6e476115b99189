import {
  Button,
  Checkbox,
  Group,
  Modal,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { client, read, useModel, type Job, type OptionsIn } from '../api';
import { generationKeys } from '../generations/feed';
import { useProfiles } from '../profiles/api';
import { t as shared } from '../strings';
import { EmptyState, ErrorNotice, Loaded } from '../ui';
import { t } from './strings';
import classes from './jobs.module.css';

interface TailorDialogProps {
  job: Job;
  profileId: string | null;
  opened: boolean;
  onClose: () => void;
}

export function TailorDialog(props: TailorDialogProps) {
  const profiles = useProfiles();
  const profileId = props.profileId ?? profiles.data?.[0]?.id;
  return (
    <Modal
      // Not before there is something to begin at: the focus goes where the dialog opens, once.
      opened={props.opened && !profiles.isPending}
      onClose={props.onClose}
      title={t.tailor.title}
      size="lg"
      closeButtonProps={{ 'aria-label': shared.form.close }}
    >
      <Loaded query={profiles}>
        {() =>
          profileId ? (
            <TailorForm {...props} profileId={profileId} />
          ) : (
            <EmptyState
              isInCard
              icon={<IconUserPlus />}
              title={t.tailor.noProfile}
              text={t.tailor.noProfileText}
            >
              <Button component={Link} to="/profile/import" data-autofocus>
                {t.match.importResume}
              </Button>
            </EmptyState>
          )
        }
      </Loaded>
    </Modal>
  );
}

const REMEMBERED = 'jobwise-tailor-options';

/** What was chosen last time is the best guess for this time. */
function remembered(): Pick<OptionsIn, 'template' | 'length' | 'page_size'> {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}') as object;
  } catch {
    return {};
  }
}

function TailorForm({ job, profileId }: TailorDialogProps & { profileId: string }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const templates = useQuery({
    queryKey: ['templates'],
    queryFn: () => read(client.GET('/api/v1/generations/templates')),
    staleTime: Infinity,
  });
  const { data: model } = useModel();
  const [documents, setDocuments] = useState(['resume', 'letter']);
  const [options, setOptions] = useState<OptionsIn>(() => ({
    template: 'modern',
    length: 'auto',
    page_size: 'a4',
    engine: 'builtin',
    instructions: '',
    ...remembered(),
  }));
  const set = (changes: OptionsIn) => setOptions((current) => ({ ...current, ...changes }));
  const start = useMutation({
    mutationFn: async () => {
      const body = { profile_id: profileId, job_id: job.id, options };
      const made = [];
      if (documents.includes('resume'))
        made.push(await read(client.POST('/api/v1/generations/resume', { body })));
      if (documents.includes('letter'))
        made.push(await read(client.POST('/api/v1/generations/cover-letter', { body })));
      return made;
    },
    meta: { handlesError: true },
    onSuccess: ([first, second]) => {
      try {
        const { template, length, page_size } = options;
        localStorage.setItem(REMEMBERED, JSON.stringify({ template, length, page_size }));
      } catch {
        // Then the next dialog starts with the defaults.
      }
      for (const generation of [first, second])
        if (generation) queries.setQueryData(generationKeys.one(generation.id), generation);
      void queries.invalidateQueries({ queryKey: generationKeys.recent });
      if (first) void navigate(`/generations/${first.id}${second ? `?with=${second.id}` : ''}`);
    },
  });
  const template = templates.data?.find(({ id }) => id === options.template);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (documents.length) start.mutate();
      }}
    >
      <Stack>
        {start.isError && <ErrorNotice error={start.error} />}
        <Checkbox.Group
          label={t.tailor.documents}
          value={documents}
          onChange={setDocuments}
          error={documents.length ? undefined : t.tailor.pickOne}
        >
          <Group mt="xs">
            <Checkbox value="resume" label={t.tailor.resume} data-autofocus />
            <Checkbox value="letter" label={t.tailor.letter} />
          </Group>
        </Checkbox.Group>
        <Select
          label={t.tailor.template}
          data={templates.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={options.template ?? null}
          allowDeselect={false}
          onChange={(value) => set({ template: value ?? 'modern' })}
          description={template && `${template.description} ${template.ats_safe ? '' : t.tailor.atsRisk}`}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <Select
            label={t.tailor.length}
            data={Object.entries(t.tailor.lengths).map(([value, label]) => ({ value, label }))}
            value={options.length ?? 'auto'}
            allowDeselect={false}
            onChange={(value) => set({ length: value ?? 'auto' })}
          />
          <Select
            label={t.tailor.paper}
            data={Object.entries(t.tailor.papers).map(([value, label]) => ({ value, label }))}
            value={options.page_size ?? 'a4'}
            allowDeselect={false}
            onChange={(value) => set({ page_size: value === 'letter' ? 'letter' : 'a4' })}
          />
        </SimpleGrid>
        {model ? (
          <Radio.Group
            label={t.tailor.engine}
            value={options.engine}
            onChange={(value) => set({ engine: value === 'llm' ? 'llm' : 'builtin' })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="builtin" label={t.tailor.builtin} description={t.tailor.builtinText} />
              <Radio
                value="llm"
                label={t.tailor.llm(model.model)}
                description={t.tailor.llmText(model.host)}
              />
            </Stack>
          </Radio.Group>
        ) : (
          <Text size="sm" c="dimmed">
            {`${t.tailor.builtin}. ${t.tailor.builtinText}`}
          </Text>
        )}
        <details className={classes.details} data-flush>
          <summary>{t.tailor.more}</summary>
          <Textarea
            label={t.tailor.instructions}
            description={t.tailor.instructionsHint}
            dir="auto"
            autosize
            minRows={2}
            maxLength={2000}
            value={options.instructions}
            onChange={(event) => set({ instructions: event.currentTarget.value })}
          />
        </details>
        <Group justify="flex-end">
          <Button type="submit" loading={start.isPending} disabled={!documents.length}>
            {t.tailor.start}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
