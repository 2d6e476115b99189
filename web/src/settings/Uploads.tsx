import { ActionIcon, Button, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, read } from '../api';
import { day, Loaded, removeWithUndo, size, useRemoved } from '../ui';
import { t } from './strings';
import classes from './settings.module.css';

const w = t.data.uploads;
const FIRST = 5;

/** The resumes as they were uploaded; the profile keeps what was read from them. */
export function Uploads() {
  const queries = useQueryClient();
  const removed = useRemoved();
  const [showsAll, setShowsAll] = useState(false);
  const uploads = useQuery({
    queryKey: ['resumes', 'uploads'],
    queryFn: () =>
      read(client.GET('/api/v1/resumes', { params: { query: { limit: 100, sort: '-created_at' } } })),
  });
  const remove = (id: string, name: string) =>
    removeWithUndo({
      ids: [id],
      message: w.deleted(name),
      commit: async () => {
        await client.DELETE('/api/v1/resumes/{resume_id}', { params: { path: { resume_id: id } } });
        await Promise.all(
          [['resumes'], ['storage']].map((queryKey) => queries.invalidateQueries({ queryKey })),
        );
      },
    });
  return (
    <Loaded query={uploads}>
      {({ items: all }) => {
        const items = all.filter(({ id }) => !removed.has(id));
        if (items.length === 0) return null;
        return (
          <div className={classes.storage}>
            <Title order={3} id="uploads">
              {w.title}
            </Title>
            <Text size="sm" c="dimmed">
              {w.text}
            </Text>
            <ul className={classes.list} aria-labelledby="uploads">
              {items.slice(0, showsAll ? undefined : FIRST).map((upload) => (
                <li key={upload.id}>
                  <div className={classes.grow}>
                    <Text size="sm" fw={600} dir="auto">
                      {upload.original_filename}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {w.line(day(upload.created_at), size(upload.size_bytes))}
                    </Text>
                  </div>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    c="dimmed"
                    aria-label={w.delete(upload.original_filename)}
                    onClick={() => remove(upload.id, upload.original_filename)}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                </li>
              ))}
            </ul>
            {!showsAll && items.length > FIRST && (
              <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(true)}>
                {w.more(items.length - FIRST)}
              </Button>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
