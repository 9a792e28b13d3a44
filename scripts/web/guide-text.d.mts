export const LANGUAGES: readonly string[];
/** The pages of a language in the order of its table of contents. */
export function pagesOf(language: string): readonly string[];
export interface GuideText {
  readonly title: string;
  readonly html: string;
  readonly pictures: readonly string[];
  readonly sections: readonly { readonly anchor: string; readonly heading: string; readonly text: string }[];
}
export function renderPage(language: string, page: string): GuideText;
