/**
 * How a popover lies that may be as wide as a phone: moved aside until it is seen whole, wherever its button
 * stands.
 */
export const WITHIN_SCREEN = { overflow: { shiftX: 8, adjustY: true } } as const;
