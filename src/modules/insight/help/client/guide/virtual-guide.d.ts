/** The guide as the build makes it of `docs/guide` (`scripts/web/guide-pages.mjs`). */
declare module "virtual:guide" {
  type Language = "zh-CN" | "en";
  interface GuidePageText {
    readonly title: string;
    /** Made of our own pages at build time; no HTML is taken from them. */
    readonly html: string;
  }
  interface GuideSection {
    readonly page: string;
    readonly title: string;
    readonly anchor: string;
    readonly heading: string;
    readonly text: string;
  }
  type Load<T> = () => Promise<{ readonly default: T }>;
  /** Its pages with their titles, in the order of the table of contents. */
  export const contents: Readonly<
    Record<Language, readonly { readonly page: string; readonly title: string }[]>
  >;
  export const pages: Readonly<Record<Language, Readonly<Record<string, Load<GuidePageText>>>>>;
  export const searched: Readonly<Record<Language, Load<readonly GuideSection[]>>>;
  export type { GuidePageText, GuideSection };
}
