/** Under which the browser keeps the settings of retention. */
export const RETENTION = ["settings", "retention"] as const;
