import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState, type ComponentProps } from 'react';
import { STATUSES, type Status } from './board';
import { t } from './strings';

interface MoveMenuProps {
  name: string;
  status: Status;
  onMove: (status: Status) => void;
}

/** What dragging does, for those who do not drag. */
export function MoveMenu({ name, status, onMove }: MoveMenuProps) {
  // Hundreds of menus that nobody opens would cost half of what a board takes to draw.
  const [isUsed, setUsed] = useState(false);
  const [isOpen, setOpen] = useState(false);
  if (!isUsed)
    return (
      <Trigger
        aria-label={t.board.menu(name)}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => {
          setUsed(true);
          setOpen(true);
        }}
      />
    );
  return (
    <Menu position="bottom-end" keepMounted={false} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Trigger aria-label={t.board.menu(name)} />
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

function Trigger(given: ComponentProps<typeof ActionIcon<'button'>>) {
  return (
    <ActionIcon variant="subtle" color="gray" c="dimmed" size={28} {...given}>
      <IconArrowsExchange size={16} aria-hidden />
    </ActionIcon>
  );
}
