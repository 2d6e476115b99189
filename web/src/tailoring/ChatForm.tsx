import { ActionIcon, Button, Group } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useEffect, useRef, type FormEvent, type RefObject } from 'react';
import { ErrorNotice, GrowingText, useKept } from '../ui';
import { useChat } from './api';
import type { Session } from './conversation';
import { submitOnEnter } from './enter';
import { t } from './strings';
import classes from './tailoring.module.css';

interface ChatFormProps {
  session: Session;
  focusRef: RefObject<boolean>;
  onSent: () => void;
  onBack?: (() => void) | undefined;
}

/** Free talk about the document; what is typed survives a closed tab and a refusal. */
export function ChatForm({ session, focusRef, onSent, onBack }: ChatFormProps) {
  const [message, setMessage, clear] = useKept(`chat-${session.id}`, '');
  const chat = useChat(session.id);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focusRef.current) field.current?.focus({ preventScroll: true });
  }, [focusRef]);
  const say = (words: string, onSuccess?: () => void) => {
    onSent();
    chat.mutateAsync(words).then(onSuccess, () => undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (message.trim() && !chat.isPending) say(message.trim(), clear);
  };
  return (
    <form onSubmit={submit} className={classes.composer}>
      {chat.isError && <ErrorNotice error={chat.error} />}
      {session.document_id && (
        <Group gap={6} mb="xs" role="group" aria-label={t.chat.ideas}>
          {t.chat.suggestions.map((idea) => (
            <Button
              key={idea}
              variant="default"
              size="compact-sm"
              disabled={chat.isPending}
              onClick={() => say(idea)}
            >
              {idea}
            </Button>
          ))}
        </Group>
      )}
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <GrowingText
          ref={field}
          label={t.chat.label}
          placeholder={t.chat.placeholder}
          dir="auto"
          minRows={1}
          maxRows={6}
          maxLength={4000}
          flex={1}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          onKeyDown={submitOnEnter}
        />
        <ActionIcon
          type="submit"
          size={36}
          aria-label={t.chat.send}
          loading={chat.isPending}
          disabled={!message.trim()}
        >
          <IconSend size={18} aria-hidden />
        </ActionIcon>
      </Group>
      {onBack && (
        <Button variant="subtle" size="compact-xs" mt="xs" onClick={onBack}>
          {t.answer.back}
        </Button>
      )}
    </form>
  );
}
