import { Anchor, Button, Table, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { client, read } from '../api';
import { ago, Card, EmptyState, Loaded, Page, Pages, Tag, useUrlState } from '../ui';
import { t } from './strings';

const PAGE = 25;

export function DocumentList() {
  const [url, setUrl] = useUrlState('offset');
  const offset = Number(url.offset) || 0;
  const documents = useQuery({
    queryKey: ['documents', 'list', offset],
    queryFn: () =>
      read(
        client.GET('/api/v1/documents', { params: { query: { limit: PAGE, offset, sort: '-updated_at' } } }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t.title}>
      <Loaded query={documents}>
        {({ items, total }) =>
          total === 0 ? (
            <EmptyState icon={<IconFileText />} title={t.none.title} text={t.none.text}>
              <Button component={Link} to="/jobs">
                {t.none.action}
              </Button>
            </EmptyState>
          ) : (
            <>
              <Card p={0}>
                <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t.columns.title}</Table.Th>
                      <Table.Th visibleFrom="sm">{t.columns.version}</Table.Th>
                      <Table.Th visibleFrom="sm">{t.columns.score}</Table.Th>
                      <Table.Th visibleFrom="md">{t.columns.readback}</Table.Th>
                      <Table.Th>{t.columns.changed}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((document) => (
                      <Table.Tr key={document.id}>
                        <Table.Td>
                          <Anchor component={Link} to={`/documents/${document.id}`} fw={600} dir="auto">
                            {document.title}
                          </Anchor>
                          <Text size="sm" c="dimmed">
                            {t.types[document.document_type]}
                          </Text>
                        </Table.Td>
                        <Table.Td visibleFrom="sm">{document.version_number}</Table.Td>
                        <Table.Td visibleFrom="sm">{document.ats_score}</Table.Td>
                        <Table.Td visibleFrom="md">
                          {document.readback && (
                            <Tag tone={document.readback.ok ? 'good' : 'warn'}>
                              {document.readback.ok ? t.readsBack : t.readsBackNot}
                            </Tag>
                          )}
                        </Table.Td>
                        <Table.Td>{ago(document.updated_at)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Card>
              <Pages
                total={total}
                limit={PAGE}
                offset={offset}
                onOffset={(next) => setUrl({ offset: next ? String(next) : '' })}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
