import { lazily } from "../../../../ui/kit/lazily.ts";

/** With whom a record is shared, for pages that show records in their own way. */
export const SharePanel = lazily(() => import("./SharePanel.tsx").then((module) => module.SharePanel));
