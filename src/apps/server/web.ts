import { say } from "../../shared/i18n/messages.ts";
import { argumentsOf } from "../../platform/config/arguments-of.ts";
import { readSettings, terminalLanguage } from "../../platform/config/settings.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { warnUnknownSettings } from "../../platform/config/unknown-settings.ts";
import { createLog } from "../../platform/log/log.ts";
import { Closers } from "./closers.ts";
import { serve } from "./serve.ts";
import { startCommand } from "./start-command.mjs";
import { startUpMessages } from "./start-up.messages.ts";
import { isOneOfSeveral, READY } from "./web-processes.ts";

const language = terminalLanguage(process.env);

async function main(): Promise<void> {
  const settings = readSettings(process.env, argumentsOf(startCommand).flags);
  for (const warning of warnUnknownSettings(process.env, language)) console.warn(warning);
  const log = createLog(settings.logLevel);
  const closers = new Closers((name, error) => log.error({ err: error }, `closing ${name} failed`));
  const end = (code: number) => void closers.closeAll().finally(() => process.exit(code));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
  process.on("uncaughtException", (error) => {
    log.error({ err: error }, "unexpected error; stopping");
    end(1);
  });
  try {
    const { address, needsSetUp } = await serve(settings, log, closers);
    if (isOneOfSeveral()) return void process.send?.(READY);
    console.log(
      address === null
        ? say(startUpMessages.working, language)
        : say(startUpMessages.ready, language, { address }),
    );
    if (needsSetUp) console.log(say(startUpMessages.setUp, language));
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartRefused ? error.sentence(language) : error);
  process.exit(error instanceof StartRefused ? error.exitCode : 1);
});
