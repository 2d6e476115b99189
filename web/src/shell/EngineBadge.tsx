import { Menu } from '@mantine/core';
import { IconCloudUp, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useModel } from '../api';
import { t } from '../strings';
import classes from './shell.module.css';

const ADDRESS = '/settings#privacy';

/** Whether anything leaves the server, in a word and a picture; null until that is known. */
function useEngineWords() {
  const { data: model } = useModel();
  if (model === undefined) return null;
  return model
    ? { Icon: IconCloudUp, text: t.footer.sends(model.host) }
    : { Icon: IconLock, text: t.footer.local };
}

/** On every page, whether anything leaves the server; leads to what is sent and when. */
export function EngineBadge() {
  const words = useEngineWords();
  return (
    words && (
      <Link to={ADDRESS} className={classes.engine}>
        <words.Icon size={13} aria-hidden />
        {words.text}
      </Link>
    )
  );
}

/** The same in the menu that takes the place of the column on phones. */
export function EngineItem() {
  const words = useEngineWords();
  return (
    words && (
      <Menu.Item component={Link} to={ADDRESS} leftSection={<words.Icon size={16} aria-hidden />}>
        {words.text}
      </Menu.Item>
    )
  );
}
