import { join, resolve } from "node:path";
import { GUIDE, LANGUAGES, pagesOf, renderPage } from "./guide-text.mjs";

const NAME = "virtual:guide";
const json = JSON.stringify;

/**
 * The guide (`docs/guide`) as modules of the program: `virtual:guide` names its pages, each page is a module
 * of its own with its HTML, and each language has one with the text that is searched.
 */
export const guidePages = () => ({
  name: "guide-pages",
  resolveId: (id) => (id === NAME || id.startsWith(`${NAME}/`) ? `\0${id}` : null),
  load(id) {
    if (!id.startsWith(`\0${NAME}`)) return null;
    const [, language, page] = id.split("/");
    if (!language) return contents();
    for (const one of page === "search" ? pagesOf(language) : [page])
      this.addWatchFile?.(join(GUIDE, language, `${one}.md`));
    return page === "search" ? searched(language) : pageModule(language, page);
  },
});

function contents() {
  const of = (make) => LANGUAGES.map((language) => `${json(language)}: ${make(language)}`).join(",\n");
  const titles = (language) =>
    pagesOf(language).map((page) => ({ page, title: renderPage(language, page).title }));
  const loads = (language) =>
    pagesOf(language)
      .map((page) => `${json(page)}: () => import(${json(`${NAME}/${language}/${page}`)})`)
      .join(", ");
  return `export const contents = {${of((language) => json(titles(language)))}};
export const pages = {${of((language) => `{${loads(language)}}`)}};
export const searched = {${of((language) => `() => import(${json(`${NAME}/${language}/search`)})`)}};`;
}

function pageModule(language, page) {
  const { title, html, pictures } = renderPage(language, page);
  const imports = pictures.map(
    (path, at) => `import picture${at} from ${json(resolve(GUIDE, language, path))};`,
  );
  const parts = html
    .split(/@@picture(\d+)@@/)
    .map((part, at) => (at % 2 === 0 ? json(part) : `picture${part}`));
  return `${imports.join("\n")}\nexport default { title: ${json(title)}, html: ${parts.join(" + ")} };`;
}

const searched = (language) =>
  `export default ${json(
    pagesOf(language).flatMap((page) => {
      const { title, sections } = renderPage(language, page);
      return sections.map((section) => ({ page, title, ...section }));
    }),
  )};`;
