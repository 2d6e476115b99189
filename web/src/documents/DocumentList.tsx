import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { IconFileText, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { client, read, type DocumentSummaryOut } from '../api';
import { t as shared } from '../strings';
import {
  ago,
  BulkBar,
  EmptyState,
  Found,
  ListTable,
  Loaded,
  Page,
  SearchBox,
  SelectCell,
  Tag,
  UrlPages,
  useLeft,
  usePage,
  useSelection,
  useUrlState,
} from '../ui';
import { documentKeys } from './api';
import { t } from './strings';
import { useRemoval } from './useRemoval';

const PAGE = 25;

export function DocumentList() {
  const [url, setUrl] = useUrlState('q', 'offset');
  const page = usePage(PAGE);
  const q = url.q || undefined;
  const documents = useQuery({
    queryKey: [...documentKeys.lists, url.q, page.offset],
    queryFn: () =>
      read(client.GET('/api/v1/documents', { params: { query: { ...page, q, sort: '-updated_at' } } })),
    placeholderData: keepPreviousData,
  });
  const leftOf = useLeft();
  const count = documents.data ? leftOf(documents.data).total : 0;
  return (
    <Page title={t.title} lead={count > 0 && t.lead(count)}>
      <Loaded query={documents}>
        {(data) => {
          const { items, total } = leftOf(data);
          return total === 0 && !url.q ? (
            <EmptyState icon={<IconFileText />} title={t.none.title} text={t.none.text}>
              <Button component={Link} to="/jobs">
                {t.none.action}
              </Button>
            </EmptyState>
          ) : (
            <>
              <Group mb="md">
                <SearchBox
                  label={t.search}
                  placeholder={t.searchPlaceholder}
                  value={url.q}
                  onSearch={(text) => setUrl({ q: text, offset: '' })}
                />
              </Group>
              {total === 0 ? (
                <EmptyState icon={<IconSearch />} title={t.noMatch.title} text={t.noMatch.text}>
                  <Button variant="default" onClick={() => setUrl({ q: '', offset: '' })}>
                    {shared.form.clear}
                  </Button>
                </EmptyState>
              ) : (
                <Rows documents={items} words={url.q} />
              )}
              <UrlPages total={total} {...page} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Rows({ documents, words }: { documents: DocumentSummaryOut[]; words: string }) {
  const selection = useSelection(documents.map(({ id }) => id));
  const remove = useRemoval();
  const removePicked = () => {
    const picked = documents.filter(({ id }) => selection.has(id));
    selection.clear();
    remove(picked);
  };
  return (
    <>
      <ListTable
        selection={selection}
        columns={[
          { label: t.columns.title },
          { label: t.columns.version, from: 'sm', isTight: true },
          { label: t.columns.score, from: 'sm', isTight: true },
          { label: t.columns.readback, from: 'md', isTight: true },
          { label: t.columns.changed, from: 'sm', isTight: true },
        ]}
      >
        {documents.map((document) => (
          <Table.Tr key={document.id} data-selected={selection.has(document.id) || undefined}>
            <SelectCell selection={selection} id={document.id} name={document.title} />
            <Table.Td>
              <Anchor
                component={Link}
                to={`/documents/${document.id}`}
                fw={600}
                c="var(--mantine-color-text)"
                dir="auto"
              >
                <Found words={words}>{document.title}</Found>
              </Anchor>
              <Text size="sm" c="dimmed">
                {t.types[document.document_type]}
                <Text span inherit hiddenFrom="sm">
                  {` · ${ago(document.updated_at)}`}
                </Text>
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
            <Table.Td visibleFrom="sm" data-tight>
              {ago(document.updated_at)}
            </Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      <BulkBar selection={selection} onDelete={removePicked} />
    </>
  );
}
