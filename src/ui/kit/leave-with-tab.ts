import type { KeyboardEvent } from "react";

/**
 * In an open list of several choices Tab only goes on to the next field: left to the list, it would toggle
 * the marked choice, taking away what Enter has just chosen.
 */
export const leaveWithTab = (event: KeyboardEvent): void => {
  if (event.key === "Tab") event.stopPropagation();
};
