import { ActionIcon, Anchor, Button, Group, Text } from '@mantine/core';
import { IconMessages, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { InterviewPrepSummaryOut } from '../api';
import {
  ago,
  Card,
  EmptyState,
  Loaded,
  Page,
  removeWithUndo,
  Tag,
  UrlPages,
  useLeft,
  usePage,
  useUrlState,
  type Tone,
} from '../ui';
import { deletePrep, usePreps } from './api';
import { CreatePrep } from './CreatePrep';
import { t } from './strings';
import classes from './interviews.module.css';

const PAGE = 20;
const TONES: Record<InterviewPrepSummaryOut['status'], Tone> = {
  pending: 'info',
  completed: 'good',
  failed: 'bad',
};

export function Preps() {
  const [url, setUrl] = useUrlState('new', 'job');
  const page = usePage(PAGE);
  const preps = usePreps(page.limit, page.offset);
  const leftOf = useLeft();
  const isEmpty = preps.data && leftOf(preps.data).items.length === 0 && page.offset === 0;
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setUrl({ new: '1' })}>
      {t.create.button}
    </Button>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={!isEmpty && create}>
      <Loaded query={preps}>
        {(data) => {
          const { items, total } = leftOf(data);
          return isEmpty ? (
            <EmptyState icon={<IconMessages />} title={t.never.title} text={t.never.text}>
              {create}
            </EmptyState>
          ) : (
            <>
              <ul className={classes.preps}>
                {items.map((prep) => (
                  <Row key={prep.id} prep={prep} />
                ))}
              </ul>
              <UrlPages total={total} {...page} />
            </>
          );
        }}
      </Loaded>
      <CreatePrep
        opened={url.new === '1'}
        jobId={url.job || null}
        onClose={() => setUrl({ new: '', job: '' })}
      />
    </Page>
  );
}

function Row({ prep }: { prep: InterviewPrepSummaryOut }) {
  const queries = useQueryClient();
  const name = t.nameOf(prep.job_title, prep.company) || t.untitled;
  const remove = () =>
    removeWithUndo({
      ids: [prep.id],
      message: t.list.deleted(name),
      commit: async () => {
        await deletePrep(prep.id);
        await queries.invalidateQueries({ queryKey: ['interviews', 'list'] });
      },
    });
  return (
    <Card component="li" className={classes.prep}>
      <div className={classes.grow}>
        <Anchor component={Link} to={`/interviews/${prep.id}`} fw={600} dir="auto">
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {[t.list.made(ago(prep.created_at)), ...prep.rounds.map((round) => round.name)].join(' · ')}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Tag tone={TONES[prep.status]}>{t.status[prep.status]}</Tag>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="dimmed"
          aria-label={t.list.delete(name)}
          onClick={remove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Card>
  );
}
