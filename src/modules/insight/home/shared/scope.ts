/**
 * Whose records the home page shows: one's own, those of one's department and below (one's own among them),
 * or all one may see. Server and browser read the same conditions.
 */
export const WHOSE = ["mine", "subordinates", "all"] as const;
export type Whose = (typeof WHOSE)[number];

export const WHOSE_FILTERS: Readonly<Record<Whose, string>> = {
  mine: "owner == me()",
  subordinates: "department in mysubtree()",
  all: "",
};
