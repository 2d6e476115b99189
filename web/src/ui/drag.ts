import { MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';

/** What starts a drag: a mouse that goes some way, a finger that rests. Keys are told by the one who uses them. */
export const useDragSensors = () =>
  useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );

/** For who tells the moves in words of their own, alike for every way to make them. */
export const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};
