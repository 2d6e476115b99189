import { Alert, Button, Group, List, Menu, Text } from '@mantine/core';
import { IconCheck, IconChevronDown, IconDownload, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { announce } from '../ui';
import { useDownload, type Format } from './api';
import { t } from './strings';

interface DownloadsProps {
  documentId: string;
  /** What it is, for the buttons' names: "Resume". */
  name: string;
  /** A button each; the others are in a menu. */
  formats: Format[];
  /** Runs before a file is made: saves what is still being typed. */
  prepare?: () => Promise<void>;
  /** With it the menu ends with deleting. */
  onDelete?: () => void;
}

const OTHERS: Format[] = ['pdf', 'docx', 'txt', 'markdown', 'html', 'json_resume'];

/** Downloads, each with what the service found when it read the file back. */
export const Downloads = memo(function Downloads({
  documentId,
  name,
  formats,
  prepare,
  onDelete,
}: DownloadsProps) {
  const download = useDownload(documentId, prepare);
  const run = (format: Format) =>
    download.mutate(format, { onSuccess: ({ filename }) => announce(t.download.done(filename)) });
  const others = OTHERS.filter((format) => !formats.includes(format));
  const made = download.data;
  return (
    <div>
      <Group gap="xs">
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            aria-label={t.download.label(name, t.download.formats[format])}
            loading={download.isPending && download.variables === format}
            onClick={() => run(format)}
          >
            {t.download.formats[format]}
          </Button>
        ))}
        <Menu position="bottom-end" keepMounted={false}>
          <Menu.Target>
            <Button
              variant="subtle"
              px="xs"
              aria-label={onDelete ? t.download.menuAll : t.download.menu}
              rightSection={<IconChevronDown size={16} aria-hidden />}
            >
              {t.download.menuShort}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((format) => (
              <Menu.Item
                key={format}
                leftSection={<IconDownload size={16} aria-hidden />}
                onClick={() => run(format)}
              >
                {t.download.formats[format]}
              </Menu.Item>
            ))}
            {onDelete && (
              <>
                <Menu.Divider />
                <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
                  {t.delete}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {made?.readback.ok && (
        <Text size="xs" c="dimmed" mt={6}>
          <IconCheck size={12} aria-hidden /> {t.download.readsBack(t.download.formats[made.format])}
        </Text>
      )}
      {made && !made.readback.ok && (
        <Alert
          color="yellow"
          variant="outline"
          mt="xs"
          title={t.download.problems(t.download.formats[made.format])}
        >
          <List size="sm">
            {made.readback.problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
});
