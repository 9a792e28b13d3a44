import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const api = process.env["SLUICE_API"] ?? "http://127.0.0.1:3000";

/**
 * A build puts the names of styles where they are used; a module nobody takes a name from any more would be left
 * out with all its rules.
 */
const stylesStay: Plugin = {
  name: "styles-stay",
  enforce: "post",
  apply: "build",
  transform: (code, id) =>
    id.endsWith(".module.css") ? { code, map: null, moduleSideEffects: "no-treeshake" } : null,
};

export default defineConfig({
  root: "src/apps/web",
  base: "/",
  plugins: [react(), stylesStay],
  css: { modules: { generateScopedName: "[local]-[hash:base64:3]" } },
  build: {
    outDir: "../../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 800,
    reportCompressedSize: true,
    rolldownOptions: {
      // Names of styles become plain texts; no chunk keeps a list of them.
      optimization: { inlineConst: true },
      // All styles are one file, so that what a page has been to before does not decide which rule comes last.
      output: {
        codeSplitting: { groups: [{ name: "base", test: /\.css$|[\\/]node_modules[\\/]react[\\/]/ }] },
      },
    },
  },
  server: { proxy: { "/api": { target: api, changeOrigin: false } } },
});
