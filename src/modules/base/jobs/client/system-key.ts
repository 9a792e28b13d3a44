/** What the page asks of the program behind the screens, for reading it again. */
export const SYSTEM = ["system"] as const;
