import {
  type CollisionDetection,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";

/** What moves a card: a mouse, or a finger that rests first. By keys it is carried without dnd-kit. */
export function useBoardSensors() {
  return useSensors(
    // Not the pointer's: it would take a finger as well, and lose it to scrolling.
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
}
/** Where the pointer is counts: a narrow strip is met though the card is wide. */
export const underPointer: CollisionDetection = (args) => {
  const found = pointerWithin(args);
  return found.length > 0 ? found : rectIntersection(args);
};
