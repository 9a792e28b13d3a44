// What several templates have in common.
import { labelled } from "./names.mjs";

/** From a room of a module to `src`. */
export const AT = "../../../..";

/** A file of texts. */
export const messages = (set, texts) => `import { label } from "${AT}/shared/i18n/label.ts";
import { defineMessages } from "${AT}/shared/i18n/messages.ts";

export const ${set} = defineMessages({
${Object.entries(texts)
  .map(([key, text]) => `  ${key}: ${labelled(text)},`)
  .join("\n")}
});
`;
/** A component that is loaded with its page. */
export const lazily = (component) =>
  `lazily(() => import("./${component}.tsx").then((module) => module.${component}))`;
export const LAZILY = { uses: "lazily", from: `${AT}/ui/kit/lazily.ts` };
