import { Alert, Text } from '@mantine/core';
import { IconPhotoScan } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client, form, read } from '../../api';
import { Card, ErrorNotice, FileDrop, Lines, Loaded, Page, Waiting } from '../../ui';
import { useProfiles } from '../api';
import { Review } from './Review';
import { t } from './strings';

const ACCEPT = '.pdf,.docx,.odt,.txt,.md,.json,.html,.htm';

/** A file, what was read of it beside its text, and only then a profile. */
export function ImportPage() {
  const profiles = useProfiles();
  const upload = useMutation({
    mutationFn: (file: File) => read(client.POST('/api/v1/resumes', form({ file }))),
    meta: { handlesError: true },
  });
  const resume = upload.data;
  const drop = (
    <FileDrop
      label={t.drop}
      hint={t.hint}
      button={resume ? t.another : t.choose}
      accept={ACCEPT}
      isBusy={upload.isPending}
      onFile={(file) => upload.mutate(file)}
    />
  );
  if (resume?.status === 'parsed') {
    return (
      <Page title={t.title} lead={resume.original_filename} isWide>
        <Loaded query={profiles}>
          {(list) => (
            <Review key={resume.id} resume={resume} profiles={list} onAnother={() => upload.reset()} />
          )}
        </Loaded>
      </Page>
    );
  }
  return (
    <Page title={t.title} lead={t.lead}>
      {upload.isError && <ErrorNotice error={upload.error} />}
      {resume && (
        <Alert
          icon={<IconPhotoScan aria-hidden />}
          title={t.unreadable[resume.status]}
          role="alert"
          mb="md"
          color="yellow"
          variant="outline"
        >
          <Text size="sm">{t.unreadable[`${resume.status}Text`]}</Text>
          {resume.warnings.map((warning) => (
            <Text size="sm" key={warning}>
              {warning}
            </Text>
          ))}
        </Alert>
      )}
      <Card mt="md">
        {drop}
        {upload.isPending && (
          <Waiting>
            <Text size="sm" mt="md">
              {t.reading}
            </Text>
            <Lines />
          </Waiting>
        )}
      </Card>
    </Page>
  );
}
