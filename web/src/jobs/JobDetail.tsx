import { ActionIcon, Anchor, Button, Group, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconDots,
  IconExternalLink,
  IconMessageQuestion,
  IconMicrophone,
  IconPencil,
  IconPrinter,
  IconTrash,
  IconWand,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Job } from '../api';
import { useShortcuts } from '../shell/shortcuts';
import { day, Lines, Loaded, Page, removeWithUndo, Tag, useUrlState } from '../ui';
import { deleteJob, jobKeys, useChangeJob, useJob } from './api';
import { CompanyLink } from './company/CompanyLink';
import { EditJob } from './EditJob';
import { MatchView } from './MatchView';
import { t } from './strings';
import { TailorDialog } from './TailorDialog';
import { TrackApplication } from './TrackApplication';
import { factsOf } from './words';
import classes from './jobs.module.css';

/** The posting on its own words left, what answers it right. */
export function JobDetail() {
  const { jobId = '' } = useParams();
  const job = useJob(jobId);
  return (
    <Loaded
      query={job}
      skeleton={
        <Page title={t.title} hidesTitle>
          <Lines count={8} />
        </Page>
      }
    >
      {(data) => <Detail key={data.id} job={data} />}
    </Loaded>
  );
}

function Detail({ job }: { job: Job }) {
  const [url, setUrl] = useUrlState('tailor');
  const [profileId, setProfileId] = useState<string | null>(null);
  const [isEditing, setEditing] = useState(false);
  const open = () => setUrl({ tailor: '1' });
  useShortcuts([{ keys: 't', label: t.detail.tailor, run: open, isLocal: true }]);
  const facts = factsOf(job);
  return (
    <Page
      title={job.title || t.untitled}
      isWide
      lead={
        <>
          <span>
            <bdi className={classes.fact}>
              {job.company ? <CompanyLink name={job.company} /> : t.noCompany}
            </bdi>
            {facts.slice(1).map((fact) => (
              <bdi key={fact} className={classes.fact}>
                {fact}
              </bdi>
            ))}
          </span>
          <Group gap="xs" mt={6}>
            {job.status !== 'active' && <Tag tone="warn">{t.status[job.status]}</Tag>}
            {job.application_deadline && (
              <Tag tone="info">{t.detail.deadline(day(job.application_deadline))}</Tag>
            )}
            {job.job_url && (
              <Anchor href={job.job_url} target="_blank" rel="noopener noreferrer" size="sm">
                {t.detail.original} <IconExternalLink size={13} aria-hidden />
              </Anchor>
            )}
          </Group>
        </>
      }
      actions={
        <>
          <TrackApplication jobId={job.id} />
          <Button
            component={Link}
            to={`/interviews?new=1&job=${job.id}`}
            variant="default"
            leftSection={<IconMicrophone size={16} aria-hidden />}
            visibleFrom="sm"
            aria-label={t.detail.prepare}
          >
            {t.detail.prepareShort}
          </Button>
          <Button leftSection={<IconWand size={16} aria-hidden />} onClick={open}>
            {t.detail.tailor}
          </Button>
          <MoreActions job={job} onEdit={() => setEditing(true)} />
        </>
      }
    >
      <MatchView job={job} onProfile={setProfileId} />
      <EditJob job={job} opened={isEditing} onClose={() => setEditing(false)} />
      <TailorDialog
        job={job}
        profileId={profileId}
        opened={url.tailor === '1'}
        onClose={() => setUrl({ tailor: '' })}
      />
    </Page>
  );
}

function MoreActions({ job, onEdit }: { job: Job; onEdit: () => void }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const change = useChangeJob(job.id);
  const isArchived = job.status === 'archived';
  const remove = () => {
    void navigate('/jobs');
    removeWithUndo({
      ids: [job.id],
      message: t.detail.deleted(job.title || t.untitled),
      onUndo: () => void navigate(`/jobs/${job.id}`),
      commit: async () => {
        await deleteJob(job.id);
        queries.removeQueries({ queryKey: jobKeys.one(job.id) });
        await queries.invalidateQueries({ queryKey: ['jobs', 'list'] });
      },
    });
  };
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t.detail.menu}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          {t.edit.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMessageQuestion size={16} aria-hidden />}
          onClick={() => void navigate(`/tailoring?job=${job.id}`)}
        >
          {t.detail.chat}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMicrophone size={16} aria-hidden />}
          onClick={() => void navigate(`/interviews?new=1&job=${job.id}`)}
        >
          {t.detail.prepare}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t.detail.print}
        </Menu.Item>
        <Menu.Item
          leftSection={
            isArchived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />
          }
          onClick={() => change.mutate({ status: isArchived ? 'active' : 'archived' })}
        >
          {isArchived ? t.detail.unarchive : t.detail.archive}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
          {t.detail.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
