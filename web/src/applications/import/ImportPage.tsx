import { Button, FileButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Card, FileDrop, Page } from '../../ui';
import type { Upload } from './api';
import { Review } from './Review';
import { t } from './strings';

const ACCEPT = '.csv,.tsv,.txt,text/csv';

/** A table from elsewhere: what its columns are, what each row would do, and only then the import. */
export function ImportPage() {
  const [upload, setUpload] = useState<Upload | null>(null);
  const choose = (file: File) => setUpload((before) => ({ number: (before?.number ?? 0) + 1, file }));
  return (
    <Page
      title={t.title}
      back={{ to: '/applications', label: t.back }}
      lead={<span dir="auto">{upload ? upload.file.name : t.lead}</span>}
      actions={
        upload && (
          <FileButton accept={ACCEPT} onChange={(file) => file && choose(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
                {t.another}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {upload ? (
        <Review key={upload.number} upload={upload} />
      ) : (
        <Card>
          <FileDrop label={t.drop} hint={t.hint} button={t.choose} accept={ACCEPT} onFile={choose} />
        </Card>
      )}
    </Page>
  );
}
