import { useState } from 'react';
import { useUser } from '../api/session';
import { unsaved } from '../api/unsaved';

type Change<Value> = Value | ((before: Value) => Value);

/**
 * What somebody types that is not sent yet: kept in this browser at every key, for a tab that is closed, a crash and a
 * service that is away. The last of the three forgets it, also after the field is gone.
 */
export function useKept<Value>(
  name: string,
  none: Value,
): [Value, (change: Change<Value>) => void, () => void] {
  const { id } = useUser();
  const [store] = useState(() => unsaved<Value>(`${name}-${id}`));
  const [value, setValue] = useState(() => store.read() ?? none);
  const keep = (change: Change<Value>) => {
    const next = typeof change === 'function' ? (change as (before: Value) => Value)(value) : change;
    setValue(next);
    if (JSON.stringify(next) === JSON.stringify(none)) store.clear();
    else store.write(next);
  };
  const forget = () => {
    setValue(none);
    store.clear();
  };
  return [value, keep, forget];
}
