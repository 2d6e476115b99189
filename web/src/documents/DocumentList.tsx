import { Anchor, Button, Table, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { client, read } from '../api';
import { ago, EmptyState, ListTable, Loaded, Page, Tag, UrlPages, usePage } from '../ui';
import { t } from './strings';

const PAGE = 25;

export function DocumentList() {
  const page = usePage(PAGE);
  const documents = useQuery({
    queryKey: ['documents', 'list', page.offset],
    queryFn: () =>
      read(client.GET('/api/v1/documents', { params: { query: { ...page, sort: '-updated_at' } } })),
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
              <ListTable
                columns={[
                  { label: t.columns.title },
                  { label: t.columns.version, from: 'sm', isTight: true },
                  { label: t.columns.score, from: 'sm', isTight: true },
                  { label: t.columns.readback, from: 'md', isTight: true },
                  { label: t.columns.changed, isTight: true },
                ]}
              >
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
                    <Table.Td visibleFrom="sm" data-tight>
                      {document.version_number}
                    </Table.Td>
                    <Table.Td visibleFrom="sm" data-tight>
                      {/* A letter is not read by keyword: its score would frighten for nothing. */}
                      {document.document_type === 'resume' &&
                        document.ats_score !== null &&
                        t.score(document.ats_score)}
                    </Table.Td>
                    <Table.Td visibleFrom="md" data-tight>
                      {document.readback && (
                        <Tag tone={document.readback.ok ? 'good' : 'warn'}>
                          {document.readback.ok ? t.readsBack : t.readsBackNot}
                        </Tag>
                      )}
                    </Table.Td>
                    <Table.Td data-tight>{ago(document.updated_at)}</Table.Td>
                  </Table.Tr>
                ))}
              </ListTable>
              <UrlPages total={total} {...page} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
