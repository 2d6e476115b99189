import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { ago, Card, Loaded } from '../ui';
import { useRecent, useRecentDocuments } from './api';
import { t } from './strings';
import classes from './dashboard.module.css';

export function RecentJobs() {
  const jobs = useRecent();
  return (
    <Card component="section" aria-labelledby="recent-jobs">
      <Title order={2} id="recent-jobs" mb="xs">
        {t.recent.jobs}
      </Title>
      <Loaded query={jobs}>
        {({ items }) => (
          <Items
            items={items.map(({ id, title, company, created_at }) => ({
              to: `/jobs/${id}`,
              title: title || t.recent.untitled,
              about: [company, ago(created_at)].filter(Boolean).join(' · '),
            }))}
            none={t.recent.noJobs}
            first={{ to: '/jobs/new', label: t.recent.addJob }}
            all={{ to: '/jobs', label: t.recent.allJobs }}
          />
        )}
      </Loaded>
    </Card>
  );
}

export function RecentDocuments() {
  const documents = useRecentDocuments();
  return (
    <Card component="section" aria-labelledby="recent-documents">
      <Title order={2} id="recent-documents" mb="xs">
        {t.recent.documents}
      </Title>
      <Loaded query={documents}>
        {({ items }) => (
          <Items
            items={items.map(({ id, title, updated_at }) => ({
              to: `/documents/${id}`,
              title,
              about: ago(updated_at),
            }))}
            none={t.recent.noDocuments}
            first={{ to: '/jobs', label: t.recent.openJobs }}
            all={{ to: '/documents', label: t.recent.allDocuments }}
          />
        )}
      </Loaded>
    </Card>
  );
}

interface Way {
  to: string;
  label: string;
}

interface ItemsProps {
  items: { to: string; title: string; about: string }[];
  none: string;
  /** Where the first one comes from. */
  first: Way;
  all: Way;
}

function Items({ items, none, first, all }: ItemsProps) {
  if (!items.length)
    return (
      <>
        <Text c="dimmed" mb="md">
          {none}
        </Text>
        <Button component={Link} to={first.to} variant="default">
          {first.label}
        </Button>
      </>
    );
  return (
    <>
      <ul className={classes.rows}>
        {items.map(({ to, title, about }) => (
          <li key={to} className={classes.row}>
            <div className={classes.stepText}>
              <Anchor component={Link} to={to} size="sm" className={classes.rowLink} dir="auto">
                {title}
              </Anchor>
              <Text size="sm" c="dimmed" dir="auto">
                {about}
              </Text>
            </div>
          </li>
        ))}
      </ul>
      <Anchor component={Link} to={all.to} size="sm">
        {all.label}
      </Anchor>
    </>
  );
}
