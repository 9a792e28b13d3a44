import { argumentsOf } from "../src/platform/config/arguments-of.ts";
import { terminalLanguage } from "../src/platform/config/settings.ts";
import { StartRefused } from "../src/platform/config/start-refused.ts";
import { label } from "../src/shared/i18n/label.ts";
import { numberOf } from "./option-values.ts";

const COMMAND = {
  name: "npm run chaos",
  options: { minutes: label("分钟数", "NUMBER"), processes: "flag", pooler: "flag", replicas: "flag" },
} as const;

/** A pooler and replicas want several processes. What it was called with wrongly, it says before it loads. */
async function asCalled(): Promise<number> {
  try {
    const { options, flags } = argumentsOf<"minutes" | "processes" | "pooler" | "replicas">(COMMAND);
    const minutes = numberOf("minutes", options.minutes, 5, 24 * 60);
    const wanted = { pooler: flags.has("pooler"), replicas: flags.has("replicas") };
    const isOfMany = flags.has("processes") || wanted.pooler || wanted.replicas;
    const holds = isOfMany
      ? await (await import("./chaos-processes.ts")).chaosOfProcesses(minutes, wanted)
      : await (await import("./chaos-of-one.ts")).chaosOfOne(minutes);
    return holds ? 0 : 1;
  } catch (error) {
    console.error(error instanceof StartRefused ? error.sentence(terminalLanguage(process.env)) : error);
    return error instanceof StartRefused ? error.exitCode : 1;
  }
}
process.exit(await asCalled());
