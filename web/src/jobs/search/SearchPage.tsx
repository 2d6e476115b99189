import { Alert, Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX, IconSearch } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import type { JobSearchResult } from '../../api';
import { ago, Card, EmptyState, Lines, Loaded, Page, useUrlState, Waiting } from '../../ui';
import { useResults, useSources } from './api';
import { sourceOf } from '../words';
import { FoundCard } from './FoundCard';
import { KeepSearch } from './KeepSearch';
import { t } from './strings';
import { termsOf, type Address } from './terms';
import classes from './search.module.css';

const ANY = 'any';

/** Searches the boards; what fits the profile best comes first. */
export function SearchPage() {
  const [url, setUrl] = useUrlState('q', 'location', 'remote', 'sources');
  const terms = termsOf(url);
  const results = useResults(terms);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Button component={Link} to="/jobs/searches" variant="default">
          {t.saved}
        </Button>
      }
    >
      <SearchForm
        key={JSON.stringify(url)}
        initial={url}
        isBusy={results.isFetching}
        onSearch={(next) => {
          setUrl(next);
          if (terms && JSON.stringify(next) === JSON.stringify(url)) void results.refetch();
        }}
      />
      {!terms ? (
        <EmptyState icon={<IconSearch />} title={t.start.title} text={t.start.text} />
      ) : (
        <Loaded
          query={results}
          skeleton={
            <>
              <Text size="sm" mb="sm">
                {t.searching}
              </Text>
              <Lines count={6} />
            </>
          }
        >
          {(result) => (
            <Stack>
              <Health result={result} />
              {result.sources.length === 0 && result.warnings.length > 0 ? (
                <EmptyState icon={<IconPlugConnectedX />} title={t.silent.title} text={t.silent.text}>
                  <Button
                    variant="default"
                    loading={results.isFetching}
                    onClick={() => void results.refetch()}
                  >
                    {t.silent.again}
                  </Button>
                </EmptyState>
              ) : result.items.length === 0 ? (
                <EmptyState icon={<IconSearch />} title={t.none.title} text={t.none.text}>
                  <KeepSearch terms={terms} />
                </EmptyState>
              ) : (
                <>
                  <Group justify="space-between">
                    <Text size="sm" role="status">
                      {t.found(result.total, result.items.length)}
                      {result.profile_id ? '' : ` · ${t.noProfile}`}
                    </Text>
                    <KeepSearch terms={terms} />
                  </Group>
                  <ul className={classes.list}>
                    {result.items.map((job, index) => (
                      <FoundCard key={job.job_url ?? index} job={job} />
                    ))}
                  </ul>
                </>
              )}
            </Stack>
          )}
        </Loaded>
      )}
    </Page>
  );
}

interface SearchFormProps {
  initial: Address;
  isBusy: boolean;
  onSearch: (address: Address) => void;
}

function SearchForm({ initial, isBusy, onSearch }: SearchFormProps) {
  const [values, setValues] = useState(initial);
  const sources = useSources();
  const set = (change: Partial<Address>) => setValues((current) => ({ ...current, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(values);
  };
  return (
    <Card component="form" role="search" onSubmit={submit} mb="md">
      <div className={classes.form}>
        <TextInput
          type="search"
          label={t.words}
          placeholder={t.wordsHint}
          autoFocus={!initial.q}
          value={values.q}
          onChange={(event) => set({ q: event.currentTarget.value })}
        />
        <TextInput
          label={t.place}
          value={values.location}
          onChange={(event) => set({ location: event.currentTarget.value })}
        />
        <Select
          label={t.remote}
          allowDeselect={false}
          data={Object.entries(t.remotes).map(([value, label]) => ({ value, label }))}
          value={values.remote || ANY}
          onChange={(value) => set({ remote: value === ANY ? '' : (value ?? '') })}
        />
        <MultiSelect
          label={t.boards}
          placeholder={values.sources ? undefined : t.allBoards}
          clearable
          data={sources.data?.map(({ source }) => ({ value: source, label: sourceOf(source) })) ?? []}
          value={values.sources.split(',').filter(Boolean)}
          onChange={(value) => set({ sources: value.join(',') })}
        />
      </div>
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="dimmed">
          {sources.data?.length === 0 && t.noBoards}
        </Text>
        <Button type="submit" loading={isBusy} leftSection={<IconSearch size={16} aria-hidden />}>
          {t.submit}
        </Button>
      </Group>
      {isBusy && (
        <Waiting>
          <Text size="sm">{t.searching}</Text>
        </Waiting>
      )}
    </Card>
  );
}

/** Which boards answered, and which did not and why. */
function Health({ result: { sources, warnings } }: { result: JobSearchResult }) {
  return (
    <>
      {warnings.length > 0 && (
        <Alert
          color="yellow"
          variant="outline"
          icon={<IconAlertTriangle aria-hidden />}
          title={t.failed(warnings.length)}
        >
          {warnings.map(({ source, message }) => (
            <Text size="sm" key={source}>
              {message.includes(source)
                ? message.replace(source, sourceOf(source))
                : `${sourceOf(source)}: ${message}`}
            </Text>
          ))}
          {sources.length > 0 && <Text size="sm">{t.failedText}</Text>}
        </Alert>
      )}
      {sources.length > 0 && (
        <details className={classes.details}>
          <summary>{t.sources}</summary>
          {sources.map(({ source, found, fetched_at }) => (
            <Text size="sm" key={source}>
              {t.asked(sourceOf(source), found, ago(fetched_at))}
            </Text>
          ))}
        </details>
      )}
    </>
  );
}
