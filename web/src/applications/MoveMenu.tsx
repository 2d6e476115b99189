import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { STATUSES, type Status } from './board';
import { t } from './strings';

interface MoveMenuProps {
  name: string;
  status: Status;
  onMove: (status: Status) => void;
}

/** What dragging does, for those who do not drag. */
export function MoveMenu({ name, status, onMove }: MoveMenuProps) {
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="dimmed" size={28} aria-label={t.board.menu(name)}>
          <IconArrowsExchange size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.board.moveTo}</Menu.Label>
        {STATUSES.filter((other) => other !== status).map((other) => (
          <Menu.Item key={other} onClick={() => onMove(other)}>
            {t.status[other]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
