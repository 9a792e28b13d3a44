export interface EmbeddedEvents {
  /** It had died and runs again. */
  readonly restarted: () => void;
  /** It died and cannot be started again. */
  readonly lost: (error: unknown) => void;
}
