import type { Command } from "../src/platform/config/read-arguments.mjs";

export const benchCommand: Command<
  "size" | "seconds" | "rounds" | "keep" | "database" | "only" | "server" | "profile" | "before" | "no-save"
>;
