/** A change of their records changes when somebody works. */
export const CALENDAR_OBJECTS = ["company", "calendar_day", "working_calendar", "absence"] as const;

export const tellsHours = (object: { readonly name: string }): boolean =>
  CALENDAR_OBJECTS.some((name) => name === object.name);
