import { Button, Group, Modal, Radio, SegmentedControl, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconTemplate } from '@tabler/icons-react';
import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';
import { client, read, type Content, type DocumentIn, type TemplateOut } from '../../api';
import { t as shared } from '../../strings';
import { ErrorNotice, Loaded, Tag } from '../../ui';
import { pagePicture, updateDocument, type PageView } from '../api';
import classes from './editor.module.css';
import { Picture } from './Picture';
import type { EditorState, EditorStore } from './store';
import { t } from './strings';

export type Look = Pick<PageView, 'template' | 'page_size'>;

export const useTemplates = () =>
  useQuery({
    queryKey: ['templates'],
    queryFn: () => read(client.GET('/api/v1/generations/templates')),
    staleTime: Infinity,
  });

/** Changes template and paper; `look` is what was chosen, also while that is being saved. */
export function useLook(store: EditorStore, { document }: EditorState) {
  const change = useMutation({
    mutationFn: (body: Pick<DocumentIn, 'template' | 'page_size'>) =>
      store.changeLook((version) => updateDocument(document.id, body, version)),
  });
  const wanted = change.isPending ? change.variables : {};
  const template = wanted.template ?? document.template;
  const page_size = (wanted.page_size ?? document.parameters.page_size) === 'letter' ? 'letter' : 'a4';
  const look: Look = useMemo(() => ({ template, page_size }), [template, page_size]);
  return { look, change: change.mutate };
}

interface LookBarProps {
  content: Content;
  look: Look;
  onChange: (body: Pick<DocumentIn, 'template' | 'page_size'>) => void;
}

/** Template and paper of the document. */
export const LookBar = memo(function LookBar({ content, look, onChange }: LookBarProps) {
  const templates = useTemplates();
  const [isOpen, setOpen] = useState(false);
  const template = templates.data?.find(({ id }) => id === look.template);
  return (
    <Group gap="xs" mb="sm">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTemplate size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t.look.template(template?.name ?? look.template)}
      </Button>
      <SegmentedControl
        size="xs"
        aria-label={t.look.paper}
        value={look.page_size}
        onChange={(value) => onChange({ page_size: value === 'letter' ? 'letter' : 'a4' })}
        data={Object.entries(t.look.papers).map(([value, label]) => ({ value, label }))}
      />
      {template && <AtsTag isSafe={template.ats_safe} />}
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t.look.choose}
        size="xl"
        closeButtonProps={{ 'aria-label': shared.form.close }}
      >
        <Text size="sm" c="dimmed" mb="md">
          {t.look.chooseText}
        </Text>
        <Loaded query={templates}>
          {(all) => <Gallery templates={all} content={content} look={look} onChange={onChange} />}
        </Loaded>
      </Modal>
    </Group>
  );
});

function Gallery({ templates, content, look, onChange }: LookBarProps & { templates: TemplateOut[] }) {
  const pictures = useQueries({
    queries: templates.map(({ id }) => pagePicture({ ...look, content, template: id, page: 1 })),
  });
  return (
    <Radio.Group
      aria-label={t.look.choose}
      value={look.template}
      onChange={(template) => onChange({ template })}
    >
      <SimpleGrid cols={{ base: 2, sm: 3 }}>
        {templates.map(({ id, name, description, ats_safe }, index) => {
          const picture = pictures[index];
          return (
            <Radio.Card key={id} value={id} className={classes.template} aria-label={name}>
              {picture?.isError && <ErrorNotice error={picture.error} />}
              {picture?.isPending && <Skeleton className={classes.thumbnail} />}
              {picture?.data && (
                <Picture
                  className={classes.thumbnail}
                  blob={picture.data.blob}
                  alt={t.look.thumbnail(name)}
                />
              )}
              <Group gap="xs" mt="xs" wrap="nowrap">
                <Radio.Indicator />
                <Text fw={600}>{name}</Text>
              </Group>
              <Text size="sm" c="dimmed" my={4}>
                {description}
              </Text>
              <AtsTag isSafe={ats_safe} />
            </Radio.Card>
          );
        })}
      </SimpleGrid>
    </Radio.Group>
  );
}

function AtsTag({ isSafe }: { isSafe: boolean }) {
  return isSafe ? (
    <Tag tone="good" icon={<IconCheck size={12} aria-hidden />}>
      {t.look.atsSafe}
    </Tag>
  ) : (
    <Tag tone="warn" icon={<IconAlertTriangle size={12} aria-hidden />}>
      {t.look.atsRisk}
    </Tag>
  );
}
