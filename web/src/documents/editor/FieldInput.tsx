import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconUserPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { meansNow, parsedCareerDate } from '../../profiles/careerDates';
import classes from './editor.module.css';
import { changeProfile, profilePlaceOf } from './facts';
import { NOW, setField, shownField, type FieldName, type FieldVerdict } from './fields';
import type { EditorStore } from './store';
import { t } from './strings';
import { Verdict, Yours } from './Verdict';

interface FieldInputProps {
  store: EditorStore;
  /** Which field it is, as `fieldsOf` names it. */
  name: string;
  kind: FieldName;
  /** What it is called: "Title, Mercado Verde". */
  label: string;
  text: string;
  judged: FieldVerdict | null;
  /** As on the page: the name large, headings bold. */
  look?: 'name' | 'heading' | 'title' | undefined;
}

/** A fact of the page to type in, which is checked like a sentence: what the profile does not prove is marked. */
export const FieldInput = memo(function FieldInput(props: FieldInputProps) {
  const { store, name, kind, label, text, judged, look } = props;
  const isDate = kind === 'start_date' || kind === 'end_date';
  const isUnproven = judged !== null && judged.verdict !== 'grounded';
  const isOpen = text.trim() !== '' && (judged === null || isUnproven);
  const proven = isUnproven ? store.provenWording(name, text) : null;
  const change = (value: string) => store.change(setField(store.getState().draft, name, value), name);
  const input = {
    variant: 'unstyled' as const,
    dir: 'auto',
    'aria-label': label,
    'aria-describedby': isOpen ? `${name}-state` : undefined,
    placeholder: t.fields[kind],
    classNames: { root: classes.fieldRoot, input: classes.fieldInput },
  };
  return (
    <div
      className={classes.fact}
      data-field={name}
      data-look={look}
      data-verdict={isOpen ? judged?.verdict : undefined}
    >
      {isDate ? (
        <DateInput {...input} kind={kind} value={text} onChange={change} />
      ) : (
        <Textarea
          {...input}
          {...sized(text, t.fields[kind])}
          rows={1}
          value={text}
          // It wraps where it is long, and stays one line on the page.
          onChange={(event) => change(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
          }}
        />
      )}
      {isOpen && (
        <div id={`${name}-state`} className={classes.state}>
          <Verdict of={judged} />
          {isUnproven && (
            <>
              <Yours />
              <Text span size="xs">
                {judged.reasons[0]?.message}
              </Text>
              <Group gap={4}>
                {proven !== null && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    leftSection={<IconArrowBackUp size={14} aria-hidden />}
                    aria-label={t.actions.backTo(shownField(kind, proven))}
                    onClick={() => change(proven)}
                  >
                    {t.actions.takeBack}
                  </Button>
                )}
                {profilePlaceOf(store.getState().draft, name) && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    leftSection={<IconUserPlus size={14} aria-hidden />}
                    aria-label={t.actions.inProfileToo(label)}
                    onClick={() => void changeProfile(store, name)}
                  >
                    {t.actions.inProfile}
                  </Button>
                )}
              </Group>
            </>
          )}
        </div>
      )}
    </div>
  );
});

/** As wide as what it says. */
const sized = (text: string, placeholder: string) => ({
  style: { width: `calc(${Math.max(text.length, placeholder.length, 3) + 1}ch + 0.5rem)` },
});

interface DateInputProps {
  kind: 'start_date' | 'end_date';
  value: string;
  placeholder: string;
  onChange: (value: string) => void;
}

/** Takes a date as people write it: what can be read is kept at its precision, the rest as it was typed. */
function DateInput({ kind, value, onChange, ...rest }: DateInputProps) {
  const [typed, setTyped] = useState<{ text: string; means: string } | null>(null);
  // An undo changes the date under what was typed.
  const shown = typed?.means === value ? typed.text : shownField(kind, value);
  return (
    <TextInput
      {...rest}
      {...sized(shown, rest.placeholder)}
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const means = kind === 'end_date' && meansNow(text) ? NOW : (parsedCareerDate(text) ?? text);
        setTyped({ text, means });
        onChange(means);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
