import { Alert, Anchor, Button, CopyButton, List, Text, Title } from '@mantine/core';
import { IconBookmarkPlus, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Card, Page, showMessage } from '../../ui';
import { NewJob } from '../NewJob';
import { bookmarklet, capturedFrom, type Captured } from './captured';
import { t } from './strings';

/** Where the bookmarklet and "share" lead: the posting is read and shown before it is saved. Without one: how to. */
export function CapturePage() {
  const location = useLocation();
  const navigate = useNavigate();
  const [captured] = useState(() => (location.state as Captured | null) ?? capturedFrom(location));
  useEffect(() => {
    // Out of the address, into this entry of the history: a reload still has it.
    if (captured && location.state === null) void navigate('/capture', { replace: true, state: captured });
  }, [captured, location.state, navigate]);
  return captured ? <NewJob captured={captured} /> : <HowTo />;
}

function HowTo() {
  const code = bookmarklet(window.location.origin);
  return (
    <Page title={t.title} lead={t.lead}>
      <Card component="section" aria-labelledby="bookmarklet" mb="md">
        <Title order={2} id="bookmarklet" mb="xs">
          {t.bookmarklet}
        </Title>
        <List type="ordered" size="sm" mb="md">
          <List.Item>{t.drag}</List.Item>
          <List.Item>{t.press}</List.Item>
          <List.Item>{t.check}</List.Item>
        </List>
        <Button
          component="a"
          variant="outline"
          leftSection={<IconBookmarkPlus size={16} aria-hidden />}
          // React refuses such addresses, and this site's policy runs none: it is here to be dragged away.
          ref={(link: HTMLAnchorElement | null) => link?.setAttribute('href', code)}
          onClick={(event: React.MouseEvent) => {
            event.preventDefault();
            showMessage(t.dragIt);
          }}
        >
          {t.name}
        </Button>
        <Text size="sm" c="dimmed" mt="md">
          {t.byHand}
        </Text>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" mt={4} onClick={copy}>
              {copied ? t.copied : t.copy}
            </Button>
          )}
        </CopyButton>
      </Card>
      <Alert variant="outline" icon={<IconInfoCircle aria-hidden />} title={t.blocked}>
        <Text size="sm">
          {t.blockedText}{' '}
          <Anchor component={Link} to="/jobs/new" underline="always">
            {t.paste}
          </Anchor>
        </Text>
      </Alert>
    </Page>
  );
}
