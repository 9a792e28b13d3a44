import { extensionPoints } from "../../shared/extension/extension-points.ts";

export type { Contributed, Contribution, ExtensionPoint } from "../../shared/extension/extension-points.ts";

/** Lists of the server that modules add to; those of the screens: `ui/extension-point.ts`. */
export const { extensionPoint, checkContributions } = extensionPoints();
