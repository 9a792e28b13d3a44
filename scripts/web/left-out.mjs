/**
 * What antd brings along for settings that nobody makes here, by the end of its path, and what stands for it.
 * It hangs on what every page loads, so no page would be without it.
 */
const STANDS_FOR = {
  // Hints that glide from one element to the next (`tooltip={{ unique: true }}`): all that places a pop-up.
  "/antd/es/tooltip/UniqueProvider/index.js": "export default ({ children }) => children;",
};
/** antd's words come twice otherwise: its parts take them from `es`, its face for them gives those of `lib`. */
const WORDS = /^antd\/locale\/(\w+)$/;

/** Leaves parts of antd out of the client that it could only need with other settings than ours. */
export const leftOut = () => ({
  name: "left-out",
  apply: "build",
  enforce: "pre",
  resolveId: {
    filter: { id: WORDS },
    handler(source, importer) {
      const [, language] = WORDS.exec(source) ?? [];
      return this.resolve(`antd/es/locale/${language}.js`, importer, { skipSelf: true });
    },
  },
  load: {
    filter: { id: /\/antd\/es\/tooltip\/UniqueProvider\/index\.js$/ },
    handler: (id) => Object.entries(STANDS_FOR).find(([end]) => id.endsWith(end))?.[1] ?? null,
  },
});
