/**
 * Whose records the home page shows. The names are those of the list's scenes, and the conditions are the
 * same: a figure leads to a list of just these records.
 */
export const WHOSE = ["mine", "subordinates", "all"] as const;
export type Whose = (typeof WHOSE)[number];

export const WHOSE_FILTERS: Readonly<Record<Whose, string>> = {
  mine: "owner == me()",
  subordinates: "owner != me() && department in mysubtree()",
  all: "",
};
