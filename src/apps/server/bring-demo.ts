import { JobFailed } from "../../engine/kernel/job-errors.ts";
import { demoMessages, findDemo, hasOwnData, loadDemo, ownData } from "../../modules/data/demo/public.ts";
import type { Settings } from "../../platform/config/settings.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { say } from "../../shared/i18n/messages.ts";
import type { Engine } from "./engine.ts";
import { startUpMessages } from "./start-up.messages.ts";

/**
 * The demo company, once: a second time finds it there. Beside data of the company's own, or removed by
 * somebody before, it stays out and the start goes on; what is refused on the way ends the start in a sentence.
 */
export async function bringDemo(engine: Engine, { language, companyLanguage }: Settings): Promise<void> {
  const [main] = engine.workspaces;
  if (!main) return;
  const context = { ...(await engine.systemContext(main)), language: companyLanguage };
  const { mark, removed } = await findDemo(context);
  if (mark?.isWhole) return;
  if (!mark && removed > 0) return console.log(say(demoMessages.left_out, language));
  const own = await ownData(context);
  if (!mark && own.length > 0) {
    const { refusal } = hasOwnData({ ...context, language }, own);
    return console.log(say(refusal.text, language, refusal.params));
  }
  console.log(say(startUpMessages.demo, language));
  try {
    await loadDemo(context);
  } catch (error) {
    if (!(error instanceof JobFailed)) throw error;
    const { text, params } = error.refusal;
    throw new StartRefused(text, params);
  }
}
