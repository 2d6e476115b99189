import { Text, TextInput, Title } from '@mantine/core';
import { t as shared } from '../strings';
import { Card, Loaded, useForm, useRemoved } from '../ui';
import { AddEntry } from './AddEntry';
import { changeOf, useChange, useContacts, useRemoval } from './detail';
import { Reach } from './Reach';
import { RemoveEntry } from './RemoveEntry';
import { t } from './strings';
import classes from './applications.module.css';

const words = t.detail.contacts;
const LABELS = { name: words.name, role: words.role, email: words.email, phone: words.phone };

export function Contacts({ applicationId }: { applicationId: string }) {
  const contacts = useContacts(applicationId);
  const remove = useRemoval(changeOf(applicationId).removeContact);
  const removed = useRemoved();
  return (
    <Card component="section" aria-labelledby="contacts">
      <Title order={2} id="contacts" mb="xs">
        {words.title}
      </Title>
      <Loaded query={contacts}>
        {({ items: all, total }) => {
          const items = all.filter(({ id }) => !removed.has(id));
          return (
            <>
              {items.length === 0 && (
                <Text size="sm" c="dimmed">
                  {words.none}
                </Text>
              )}
              <ul className={classes.plain}>
                {items.map((contact) => (
                  <li key={contact.id} className={classes.row}>
                    <div className={classes.entryText}>
                      <Text size="sm" fw={600} dir="auto">
                        {[contact.name, contact.role].filter(Boolean).join(', ')}
                      </Text>
                      <Reach contact={contact} />
                    </div>
                    <RemoveEntry
                      label={words.remove(contact.name)}
                      onRemove={() => remove(contact.id, words.removed(contact.name))}
                    />
                  </li>
                ))}
              </ul>
              <AddContact key={total} applicationId={applicationId} />
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function AddContact({ applicationId }: { applicationId: string }) {
  const add = useChange(changeOf(applicationId).addContact);
  const form = useForm({
    initial: { name: '', role: '', email: '', phone: '' },
    validate: ({ name }) => ({ name: name.trim() ? '' : shared.form.required }),
    submit: (values) => add.mutateAsync(values),
  });
  return (
    <AddEntry title={words.add} form={form} labels={LABELS}>
      <TextInput {...form.field('name')} label={words.name} dir="auto" />
      <TextInput {...form.field('role')} label={words.role} dir="auto" />
      <TextInput {...form.field('email')} label={words.email} type="email" />
      <TextInput {...form.field('phone')} label={words.phone} type="tel" />
    </AddEntry>
  );
}
