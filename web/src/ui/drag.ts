import { MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';

// Made once: with other options the library draws all that can be dragged again.
const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 250, tolerance: 8 } };

/** What starts a drag: a mouse that goes some way, a finger that rests. Keys are told by the one who uses them. */
export const useDragSensors = () => useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));

/** For who tells the moves in words of their own, alike for every way to make them. */
export const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};
