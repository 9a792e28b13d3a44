/*
 * Conditions of the scenes of what is not one's own and yet one's business. Each names the caller, so that an
 * index finds what they point at, however many records there are.
 */

/** What the caller keeps an eye on. */
export const FOLLOWED = 'related("follow", owner == me()).exists()';

/**
 * What somebody else owns and the caller takes part in: shared with them by name, with an activity of theirs or
 * one that they took part in, or with a task of theirs.
 */
export const TAKING_PART = `owner != me() && (${[
  'related("share.regarding", to == me())',
  'related("activity.regarding", owner == me())',
  'related("activity.regarding", me() in participants)',
  'related("task.regarding", owner == me())',
]
  .map((related) => `${related}.exists()`)
  .join(" || ")})`;
/** The objects that activities, tasks and shares are about. */
export const TAKES_PART_IN: readonly string[] = ["lead", "account", "contact", "opportunity"];
