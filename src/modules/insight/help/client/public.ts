export { HelpMenu } from "./HelpMenu.tsx";
export { HelpStage } from "./HelpStage.tsx";
export { guideTexts } from "./guide/guide.messages.ts";
export { useHelpActions } from "./use-help-actions.ts";
export { useContents, useGuideSearch } from "./guide/use-guide.ts";
export { guidePath } from "./guide/guide-path.ts";
