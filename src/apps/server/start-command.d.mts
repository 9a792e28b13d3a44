import type { Command } from "../../platform/config/read-arguments.mjs";

export const startCommand: Command<"demo" | "worker">;
