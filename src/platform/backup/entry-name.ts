/** Printable ASCII without a slash or backslash: what every tar writes and reads in the plain header. */
const PART = /^[\x21-\x2e\x30-\x5b\x5d-\x7e]{1,100}$/;
/** As long as the shorter of the two places of a name in a header. */
const LONGEST = 155;

/**
 * Whether an entry of a backup may have this name: it is relative and leads nowhere else, and it needs no
 * extended header, which would bring a name of its own behind the one that was checked.
 */
export const isEntryName = (name: string): boolean =>
  name.length <= LONGEST && name.split("/").every((part) => PART.test(part) && part !== "." && part !== "..");
