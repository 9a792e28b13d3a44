export type { PublicPage } from "../shared/public-page.contract.ts";
export { type Answered, askPage } from "./page/ask-page.ts";
export { LinkPage } from "./page/LinkPage.tsx";
