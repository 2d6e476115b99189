import { Button, Menu, Select } from '@mantine/core';
import { IconDots, IconDownload, IconFileImport, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { client, read, readFile, saveFile, useUser, type Profile } from '../../api';
import { EmptyState, Loaded, Page, removeWithUndo, showMessage, useRemoved, useUrlState } from '../../ui';
import { profileKeys, useProfiles } from '../api';
import { Editor } from './Editor';
import { t } from './strings';

/** The facts that every document is written from. */
export function ProfilePage() {
  const profiles = useProfiles();
  const removed = useRemoved();
  const [url, setUrl] = useUrlState('id');
  const create = useCreate((id) => setUrl({ id }));
  return (
    <Loaded query={profiles}>
      {(all) => {
        const list = all.filter(({ id }) => !removed.has(id));
        const profile = list.find(({ id }) => id === url.id) ?? list[0];
        if (!profile)
          return (
            <Page title={t.title}>
              <EmptyState icon={<IconUser />} title={t.never.title} text={t.never.text}>
                <Button component={Link} to="/profile/import">
                  {t.never.import}
                </Button>
                <Button variant="default" loading={create.isPending} onClick={() => create.mutate()}>
                  {t.never.blank}
                </Button>
              </EmptyState>
            </Page>
          );
        return (
          <Page
            title={t.title}
            lead={t.lead}
            isWide
            actions={
              <>
                {list.length > 1 && (
                  <Select
                    aria-label={t.which}
                    w="14rem"
                    allowDeselect={false}
                    data={list.map((one, index) => ({ value: one.id, label: nameOf(one, index) }))}
                    value={profile.id}
                    onChange={(id) => setUrl({ id: id ?? '' })}
                  />
                )}
                <Download profile={profile} />
                <More profile={profile} onAdd={() => create.mutate()} />
              </>
            }
          >
            <Editor key={profile.id} profile={profile} />
          </Page>
        );
      }}
    </Loaded>
  );
}

function nameOf(profile: Profile, index: number): string {
  const name = [profile.full_name, profile.headline].filter(Boolean).join(', ') || t.unnamed(index + 1);
  return profile.is_active ? t.inUse(name) : name;
}

function useCreate(onCreated: (id: string) => void) {
  const queries = useQueryClient();
  const { full_name, email } = useUser();
  return useMutation({
    mutationFn: () => read(client.POST('/api/v1/profiles', { body: { full_name, email } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: profileKeys.all });
      onCreated(id);
    },
  });
}

function Download({ profile }: { profile: Profile }) {
  const download = useMutation({
    mutationFn: async (format: string) =>
      saveFile(await readFile(`/api/v1/profiles/${profile.id}/export?format=${format}`)),
  });
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <Button
          variant="default"
          loading={download.isPending}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(t.formats).map(([format, label]) => (
          <Menu.Item key={format} onClick={() => download.mutate(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function More({ profile, onAdd }: { profile: Profile; onAdd: () => void }) {
  const queries = useQueryClient();
  const reload = () => queries.invalidateQueries({ queryKey: profileKeys.all });
  const params = { params: { path: { profile_id: profile.id } } };
  const activate = useMutation({
    mutationFn: () => client.POST('/api/v1/profiles/{profile_id}/activate', params),
    onSuccess: async () => {
      await reload();
      showMessage(t.activated);
    },
  });
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t.menu}>
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to="/profile/import"
          leftSection={<IconFileImport size={16} aria-hidden />}
        >
          {t.import}
        </Menu.Item>
        <Menu.Item onClick={onAdd}>{t.add}</Menu.Item>
        {!profile.is_active && <Menu.Item onClick={() => activate.mutate()}>{t.activate}</Menu.Item>}
        <Menu.Divider />
        <Menu.Item
          color="red"
          onClick={() =>
            removeWithUndo({
              ids: [profile.id],
              message: t.deleted,
              commit: async () => {
                await client.DELETE('/api/v1/profiles/{profile_id}', params);
                await reload();
              },
            })
          }
        >
          {t.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
