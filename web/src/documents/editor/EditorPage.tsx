import { ActionIcon, Alert, Anchor, Group, Tabs, Text, Title, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { DocumentOut } from '../../api';
import { jobQuery } from '../../jobs/api';
import { useShortcuts } from '../../shell/shortcuts';
import { Card, Loaded, Page, Tag, useUrlState } from '../../ui';
import { useDocument, type Format } from '../api';
import { Downloads } from '../Downloads';
import { t as documents } from '../strings';
import { useRemoval } from '../useRemoval';
import { Checks } from './Checks';
import { Compare } from './Compare';
import { Conflict } from './Conflict';
import { keyAt, lineAt, linesOf, type Draft } from './content';
import classes from './editor.module.css';
import { entryOf, fieldsOf, shownField } from './fields';
import { Keywords } from './Keywords';
import { PageBreaks } from './PageMark';
import { PagePreview } from './PagePreview';
import { unseenIn, type EditorStore } from './store';
import { SaveProblem, SaveStatus } from './SaveStatus';
import { Sheet } from './Sheet';
import { Sources } from './Sources';
import { t } from './strings';
import { useEditor } from './useEditor';
import { usePages } from './usePages';
import { WhyUnseen } from './Verdict';
import { Versions } from './Versions';

/** The document to edit, with the facts behind each sentence, beside the page as it prints. */
export function EditorPage() {
  const { documentId = '' } = useParams();
  const document = useDocument(documentId);
  return <Loaded query={document}>{(data) => <Editor key={data.id} latest={data} />}</Loaded>;
}

/** What the profile does not prove: fields first, as they stand above the lines. */
const claimsOf = (store: EditorStore, draft: Draft): { key: string; text: string }[] => [
  ...fieldsOf(draft)
    .filter(({ key, text }) => store.fieldVerdict(key, text)?.verdict === 'ungrounded')
    .map(({ key, name, text }) => {
      const entry = entryOf(draft, key)?.item;
      const of = name === 'organization' ? entry?.title : entry?.organization || entry?.title;
      const said = t.fields.said(t.fields[name], shownField(name, text));
      return { key, text: of ? t.fields.saidAt(said, of) : said };
    }),
  ...linesOf(draft).filter(({ key, text }) => store.verdictOn(key, text)?.verdict === 'ungrounded'),
];

const OFFERED: Format[] = ['pdf', 'docx'];
const TABS = ['edit', 'page', 'compare', 'keywords', 'checks', 'versions'] as const;

function Editor({ latest }: { latest: DocumentOut }) {
  const [store, state] = useEditor(latest);
  const [url, setUrl] = useUrlState('tab');
  const isNarrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const asked = TABS.find((name) => name === url.tab) ?? 'edit';
  // Where there is room the page stands beside every tab and has none: an address of a phone opens the text.
  const tab = asked === 'page' && !isNarrow ? 'edit' : asked;
  const sheet = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const show = useCallback((key: string, isFocused: boolean) => {
    if (isFocused) setFocused(key);
    setPointed(isFocused ? null : key);
  }, []);
  const { document, draft } = state;
  const pages = usePages(store, state);
  const job = useQuery({ ...jobQuery(document.job_id ?? ''), enabled: Boolean(document.job_id) });
  const jump = (key: string | null) => {
    setUrl({ tab: '' });
    if (key) store.focusOn(key);
  };
  const jumpTo = (path: string) => jump(keyAt(draft, path));
  const isInSheet = () => {
    const field = window.document.activeElement?.closest('input, textarea');
    return !field || Boolean(sheet.current?.contains(field));
  };
  useShortcuts([
    { keys: 'mod+z', label: t.keys.undo, run: store.undo, isLocal: true, isOn: isInSheet },
    { keys: 'mod+shift+z', label: t.keys.redo, run: store.redo, isLocal: true, isOn: isInSheet },
    { keys: 'mod+s', label: t.keys.save, run: () => void store.flush(), isLocal: true },
  ]);
  const navigate = useNavigate();
  const remove = useRemoval();
  const { id, title } = document;
  const onDelete = useCallback(() => {
    void navigate('/documents');
    remove([{ id, title }], () => void navigate(`/documents/${id}`));
  }, [navigate, remove, id, title]);
  const lines = linesOf(draft);
  const judged = lines.map((line) => ({ line, said: store.verdictOn(line.key, line.text) }));
  const proven = judged.filter(({ said }) => said?.verdict === 'grounded').length;
  const isJudged = judged.every(({ line, said }) => said || !line.text.trim());
  const claims = claimsOf(store, draft);
  const current = pointed ?? focused ?? lines[0]?.key ?? null;
  const shown = current === null ? null : (lineAt(draft, current)?.line ?? null);
  return (
    <Page
      title={document.title}
      isWide
      lead={
        <Group gap="xs">
          <span>{t.lead(documents.types[document.document_type], document.version_number)}</span>
          {job.data && (
            <Anchor component={Link} to={`/jobs/${job.data.id}`} size="sm">
              {t.job}
            </Anchor>
          )}
          <Tag tone={!isJudged ? 'neutral' : claims.length ? 'warn' : 'good'}>
            {t.sourced(proven, judged.length)}
          </Tag>
          {document.document_type === 'resume' && document.ats_score !== null && (
            <Tag tone="brand">{t.ats(document.ats_score)}</Tag>
          )}
        </Group>
      }
      actions={
        <Downloads
          documentId={document.id}
          name={documents.types[document.document_type]}
          formats={OFFERED}
          prepare={store.flushed}
          onDelete={onDelete}
        />
      }
    >
      <Conflict store={store} state={state} />
      <SaveProblem store={store} save={state.save} />
      {state.wasRestored && !state.conflict && (
        <Alert variant="outline" mb="md" role="status" icon={<IconHistory aria-hidden />}>
          {t.save.restored}
        </Alert>
      )}
      {claims.length > 0 && (
        <Alert
          color="yellow"
          variant="outline"
          mb="md"
          icon={<IconAlertTriangle aria-hidden />}
          title={t.claims(claims.length)}
        >
          <Text size="sm">{t.claimsText(claims.length)}</Text>
          {claims.map(({ key, text }) => (
            <Text key={key} size="sm" dir="auto">
              <Anchor component="button" type="button" className={classes.claim} onClick={() => jump(key)}>
                {text}
              </Anchor>
            </Text>
          ))}
        </Alert>
      )}
      <WhyUnseen value={unseenIn(state)}>
        <div className={classes.columns} data-tab={tab}>
          <Tabs
            value={tab}
            onChange={(value) => {
              void store.flush();
              setUrl({ tab: value === 'edit' ? '' : (value ?? '') });
            }}
            keepMounted={false}
            className={classes.main}
          >
            <div className={classes.bar}>
              <Tabs.List aria-label={t.tabs.label} className={classes.tabs}>
                {TABS.map((name) => (
                  <Tabs.Tab
                    key={name}
                    value={name}
                    className={name === 'page' ? classes.narrowOnly : undefined}
                  >
                    {t.tabs[name]}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Group gap={4} wrap="nowrap" ml="auto">
                <SaveStatus save={state.save} />
                <Tooltip label={t.undo}>
                  <ActionIcon
                    variant="default"
                    aria-label={t.undo}
                    disabled={!state.canUndo}
                    onClick={store.undo}
                  >
                    <IconArrowBackUp size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t.redo}>
                  <ActionIcon
                    variant="default"
                    aria-label={t.redo}
                    disabled={!state.canRedo}
                    onClick={store.redo}
                  >
                    <IconArrowForwardUp size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </Group>
            </div>
            <Tabs.Panel value="edit">
              <Card component="section" aria-labelledby="text">
                <Title order={2} id="text" mb={{ base: 'xs', sm: 0 }}>
                  {t.text}
                </Title>
                <Text size="sm" c="dimmed" mb="md" visibleFrom="sm">
                  {t.hint}
                </Text>
                <PageBreaks value={pages.breaks}>
                  <Sheet
                    store={store}
                    draft={draft}
                    current={current}
                    saved={document}
                    sheet={sheet}
                    isCounting={!pages.isCurrent}
                    onShow={show}
                  />
                </PageBreaks>
              </Card>
            </Tabs.Panel>
            <Tabs.Panel value="page">{null}</Tabs.Panel>
            <Tabs.Panel value="compare">
              <Compare store={store} document={document} />
            </Tabs.Panel>
            <Tabs.Panel value="keywords">
              <Keywords document={document} onJump={jumpTo} />
            </Tabs.Panel>
            <Tabs.Panel value="checks">
              <Checks document={document} onJump={jumpTo} />
            </Tabs.Panel>
            <Tabs.Panel value="versions">
              <Versions store={store} document={document} />
            </Tabs.Panel>
          </Tabs>
          <div className={classes.aside}>
            {tab === 'edit' && (
              <Sources
                line={shown}
                judged={shown && store.verdictOn(shown.key, shown.text)}
                content={document.content}
                isIdle={pointed === null && focused === null}
              />
            )}
            <PagePreview document={document} of={pages} />
          </div>
        </div>
      </WhyUnseen>
    </Page>
  );
}
