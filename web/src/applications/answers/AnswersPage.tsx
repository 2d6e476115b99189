import { Button, Group, Text, Title } from '@mantine/core';
import { IconForms, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReusableAnswer } from '../../api';
import { t as shared } from '../../strings';
import { Card, EmptyState, Loaded, Page, SearchBox, useRemoved, useUrlState } from '../../ui';
import { t as words } from '../strings';
import { useAnswers } from './api';
import { AnswerCard } from './AnswerCard';
import { AnswerForm } from './AnswerForm';
import { matching } from './matching';
import { t } from './strings';
import classes from './answers.module.css';

/** What forms ask again and again, to be copied into them. */
export function AnswersPage() {
  const answers = useAnswers();
  const removed = useRemoved();
  const [url, setUrl] = useUrlState('q');
  /** The question a new answer begins with; null while none is being written. */
  const [fresh, setFresh] = useState<string | null>(null);
  const isEmpty = answers.data?.every(({ id }) => removed.has(id));
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setFresh('')}>
      {t.add}
    </Button>
  );
  return (
    <Page
      title={t.title}
      back={{ to: '/applications', label: words.detail.back }}
      lead={t.lead}
      actions={fresh === null && !isEmpty && add}
    >
      {fresh !== null && (
        <Card component="section" aria-labelledby="new-answer" mb="lg">
          <Title order={2} id="new-answer" mb="sm">
            {t.newTitle}
          </Title>
          <AnswerForm
            key={fresh}
            id={null}
            initial={{ question: fresh, answer: '' }}
            onEnd={() => setFresh(null)}
          />
        </Card>
      )}
      <Loaded query={answers}>
        {(all) => {
          const items = all.filter(({ id }) => !removed.has(id));
          if (!items.length && fresh !== null) return null;
          if (!items.length) return <Never add={add} onIdea={setFresh} />;
          return (
            <>
              <Group mb="md">
                <SearchBox
                  label={t.search}
                  placeholder={t.searchPlaceholder}
                  value={url.q}
                  onSearch={(q) => setUrl({ q })}
                />
              </Group>
              <Found items={matching(items, url.q)} onClear={() => setUrl({ q: '' })} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Never({ add, onIdea }: { add: React.ReactNode; onIdea: (question: string) => void }) {
  return (
    <EmptyState icon={<IconForms />} title={t.never.title} text={t.never.text}>
      {add}
      <div className={classes.ideas}>
        <Text size="sm" c="dimmed">
          {t.ideas}
        </Text>
        {t.suggestions.map((question) => (
          <Button key={question} size="compact-sm" variant="default" onClick={() => onIdea(question)}>
            {question}
          </Button>
        ))}
      </div>
    </EmptyState>
  );
}

function Found({ items, onClear }: { items: ReusableAnswer[]; onClear: () => void }) {
  if (!items.length)
    return (
      <EmptyState icon={<IconSearch />} title={t.none.title} text={t.none.text}>
        <Button variant="default" onClick={onClear}>
          {shared.form.clear}
        </Button>
      </EmptyState>
    );
  return (
    <ul className={classes.answers} aria-label={t.found(items.length)}>
      {items.map((item) => (
        <AnswerCard key={item.id} item={item} />
      ))}
    </ul>
  );
}
