// The two faces of a new module.
import { AT } from "./pieces.mjs";

export function moduleFiles({ name, about }) {
  return {
    "module.ts": `import type { Module } from "../../../engine/public.ts";

/** ${about} */
export const ${name.camel}Module: Module = {
  name: "${name.kebab}",
};
`,
  };
}

export const clientModule = ({
  name,
  about,
}) => `import type { ClientModule } from "${AT}/ui/client-module.ts";

/** ${about} */
export const ${name.camel}Screens: ClientModule = {
  name: "${name.kebab}",
};
`;
