import { KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";

/** What moves a card: a mouse, a finger that rests first, the keyboard. */
export function useBoardSensors() {
  return useSensors(
    // Not the pointer's: it would take a finger as well, and lose it to scrolling.
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor),
  );
}
